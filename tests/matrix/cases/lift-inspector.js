// State machine with entry actions and a context; MQTT options are put together over three states before connect().
import mqtt from 'mqtt';

const machine = {
  initial: 'locating',
  states: {
    locating: {
      entry: (ctx) => {
        ctx.broker.hostname = window.location.hostname;
        return 'LOCATED';
      },
      on: { LOCATED: 'securing' },
    },
    securing: {
      entry: (ctx) => {
        const secure = window.location.protocol === 'https:';
        ctx.broker.protocol = secure ? 'wss' : 'ws';
        ctx.broker.port = secure ? ctx.listeners.wss : ctx.listeners.ws;
        return 'SECURED';
      },
      on: { SECURED: 'dialling' },
    },
    dialling: {
      entry: (ctx, send) => {
        ctx.client = mqtt.connect({ ...ctx.broker, clientId: `lift-${ctx.serial}`, reconnectPeriod: 0, connectTimeout: 3000 });
        ctx.client.on('connect', () => send('CONNECTED'));
        ctx.client.on('close', () => send('LOST'));
        ctx.client.on('error', () => send('LOST'));
        return null;
      },
      on: { CONNECTED: 'watching', LOST: 'offline' },
    },
    watching: {
      entry: (ctx) => {
        ctx.client.subscribe(`lifts/${ctx.serial}/#`);
        return null;
      },
      on: { LOST: 'offline' },
    },
    offline: {
      entry: (ctx) => {
        ctx.client.end(true);
        navigator.sendBeacon('/api/lifts/offline', ctx.serial);
        return null;
      },
      on: {},
    },
  },
};

function interpret({ initial, states }, context) {
  let current = null;
  const trail = [];
  const enter = (name) => {
    current = name;
    trail.push(name);
    const event = states[name].entry(context, send);
    if (event) send(event);
  };
  const send = (event) => {
    const next = states[current].on[event];
    if (next) enter(next);
  };
  enter(initial);
  return { trail, send, get state() { return current; } };
}

const service = interpret(machine, {
  serial: '40817-B',
  listeners: { tcp: 1883, ws: 9001, wss: 9002 },
  broker: { path: '/mqtt', keepalive: 60 },
  client: null,
});

document.title = `Lift ${service.state}`;
