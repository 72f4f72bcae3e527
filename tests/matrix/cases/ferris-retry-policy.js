// Retry policies with numbers like ports; MQTT and STOMP take host and port apart, the port being the page's or its scheme's default.
// keep: the default ports 80 and 443, the page's port, nothing else
import mqtt from 'mqtt';
import { Client } from '@stomp/stompjs';

const DEFAULT_PORTS = { 'http:': 80, 'https:': 443 };

const page = (({ protocol, hostname, port }) => ({
  secure: protocol === 'https:',
  hostname,
  port: Number(port) || DEFAULT_PORTS[protocol],
}))(window.location);

const policies = {
  gentle: { delays: [1883, 3000, 8080], jitter: 0.1 },
  eager: { delays: [500, 1000], jitter: 0.5 },
};

function* schedule({ delays, jitter }) {
  for (const delay of delays) yield Math.round(delay * (1 + jitter * Math.random()));
}

function withRetry(policy, start) {
  const waits = schedule(policy);
  const again = () => {
    const { value, done } = waits.next();
    if (!done) setTimeout(() => start(again), value);
  };
  start(again);
}

const wheel = { cabins: 42, seats: [] };

withRetry(policies.eager, (again) => {
  const client = mqtt.connect({
    protocol: page.secure ? 'wss' : 'ws',
    hostname: page.hostname,
    port: page.port,
    path: '/wheel/mqtt',
    reconnectPeriod: 0,
  });
  client.once('connect', () => client.subscribe('wheel/cabins/#'));
  client.on('message', (topic, body) => {
    wheel.seats[Number(topic.split('/').pop())] = body.toString();
  });
  client.once('close', () => {
    client.end(true);
    again();
  });
});

const tickets = new Client({
  webSocketFactory: () => new WebSocket(`${page.secure ? 'wss' : 'ws'}://${page.hostname}:${page.port}/tickets/stomp`, ['v12.stomp']),
  reconnectDelay: 9000,
});
tickets.onConnect = () => tickets.subscribe('/queue/tickets', ({ body }) => wheel.seats.push(body));
tickets.activate();
