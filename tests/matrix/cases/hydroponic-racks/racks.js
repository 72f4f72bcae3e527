import mqtt from 'mqtt';

const TOPIC = 'farm/+/climate';

export function watchRacks({ broker, refresh }, onReading) {
  const client = mqtt.connect({
    protocol: window.location.protocol === 'https:' ? 'wss' : 'ws',
    hostname: broker.hostname,
    port: broker.port,
    path: broker.path,
    clientId: broker.clientId,
    reconnectPeriod: refresh,
    clean: true,
  });
  client.on('connect', () => client.subscribe(TOPIC, { qos: 0 }));
  client.on('error', () => {});
  client.on('message', (topic, payload) => {
    const [, rack] = topic.split('/');
    onReading(rack, JSON.parse(payload.toString()));
  });
  return client;
}
