// keep: a water mill's console which takes host and port of its broker from a configuration file of the installation; the
// defaults it is merged over have no port, and a port of the page is never written down.
// page: __matrix.answers["/mill.config.json"] = { broker: { port: 7777 } }
// page: __matrix.answers["/mill.config.json"] = { broker: { host: "mill.runtime.example", port: 7777 } }
// page: __matrix.answers["/mill.config.json"] = {}
import { Client } from '@stomp/stompjs';
import { merge } from './src/merge.js';

const DEFAULTS = {
  broker: { host: location.hostname, port: location.port, path: '/stomp' },
  wheel: { rpm: 12, alarm: 9000 },
};

function authority({ host, port }) {
  return port === '' ? host : host + ':' + port;
}

function start(config) {
  const { broker, wheel } = config;
  const client = new Client({
    brokerURL: (location.protocol === 'https:' ? 'wss' : 'ws') + '://' + authority(broker) + broker.path,
    reconnectDelay: wheel.alarm,
    onConnect: () => client.subscribe('/topic/wheel', ({ body }) => turn(Number(body), wheel)),
  });
  client.activate();
}

function turn(rpm, wheel) {
  document.body.classList.toggle('alarm', rpm > wheel.rpm);
}

fetch('/mill.config.json')
  .then((response) => response.json())
  .then((installation) => start(merge(DEFAULTS, installation)));
