// keep: sea-bird tracking on hosted services only: a public MQTT broker with its port in the options, a public feed over
// fetch, and the page's own socket whose path has numbers like ports.
import mqtt from 'mqtt';
import { Broker } from './src/broker';
import { colonySocket } from './src/colony';

const broker = new Broker({ host: 'test.mosquitto.org', port: 8081, secure: true });
const client = mqtt.connect(broker.url('/'), { clientId: 'gannet-map', reconnectPeriod: 6000, connectTimeout: 3000 });

client.on('connect', () => client.subscribe('gannets/+/position'));
client.on('message', (topic, payload) => console.debug(topic, payload.length));

colonySocket(9000, (seen: number) => {
  document.title = `${seen} birds`;
});

fetch('https://api.gbif.org/v1/occurrence/search?taxonKey=2480988&limit=3001').catch(() => null);
