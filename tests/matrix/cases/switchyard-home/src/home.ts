import mqtt from 'mqtt';

interface Session {
  floor: string;
  retain: number;
}

type Options = Record<string, any>;
type Middleware = (options: Options, session: Session) => Options;

const secure = () => window.location.protocol === 'https:';

const identity: Middleware = (options, session) => ({
  ...options,
  clientId: `switchyard-${session.floor}-panel`,
  keepalive: 30,
  clean: true,
});

const broker: Middleware = (options) => {
  options.protocol = secure() ? 'wss' : 'ws';
  options.hostname = window.location.hostname;
  options.port = 9001;
  options.path = '/mqtt';
  return options;
};

const will: Middleware = (options, { floor, retain }) => ({
  ...options,
  will: { topic: `panels/${floor}/state`, payload: String(retain), qos: 1, retain: true },
});

const tuning: Middleware = (options) => ({ reconnectPeriod: 5000, connectTimeout: 8000, ...options });

export function connectHome(session: Session) {
  const options = [identity, broker, will, tuning].reduce((made, step) => step(made, session), {} as Options);
  const client = mqtt.connect(options);
  client.on('connect', () => client.subscribe(['lights/#', 'blinds/#', `sensors/${session.floor}/#`]));
  return client;
}
