// Boiler telemetry over MQTT: broker described by a compact DSN which a regular expression takes apart at run time.
import mqtt from 'mqtt';
import { parseDsn } from './dsn.js';
import { gauges } from './gauges.js';

const BROKERS = {
  plant: 'mqtt+ws://stoker@{page}:9883/mqtt?keepalive=45&clean=1',
  archive: 'mqtt+ws://reader@{origin}/archive/mqtt?keepalive=90&clean=0',
};

const panel = gauges(document.getElementById('root'), { bar: [0, 16], celsius: [0, 220] });

const clients = Object.keys(BROKERS).map((name) => {
  const dsn = parseDsn(BROKERS[name]);
  const client = mqtt.connect(dsn.url, {
    username: dsn.user,
    keepalive: Number(dsn.options.keepalive),
    clean: dsn.options.clean === '1',
    clientId: `boiler-${name}-1883`,
    reconnectPeriod: 7000,
    connectTimeout: 9884,
  });
  client.on('connect', () => client.subscribe(`boilers/+/${name}`));
  client.on('message', (topic, payload) => panel.set(topic.split('/')[1], JSON.parse(payload.toString())));
  client.on('error', () => panel.fault(name));
  return client;
});

window.addEventListener('beforeunload', () => clients.forEach((client) => client.end(true)));
