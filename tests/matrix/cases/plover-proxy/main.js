// keep: an admin console that shows other machines through its own gateway: "host:port" of a machine becomes a segment of
// the path, encoded, on the page's own origin, for sockets, streams and requests alike.
import { EventSourcePolyfill } from 'event-source-polyfill';
import axios from 'axios';
import { gateway } from './src/gateway.js';
import { machines } from './src/machines.js';

const api = axios.create({ baseURL: gateway.http('local') });
api.get('/version').catch(() => null);

machines.forEach((machine) => {
  const socket = new WebSocket(gateway.socket(machine.address, 'console'));
  socket.onmessage = ({ data }) => console.debug(machine.name, data);
});

const events = new EventSourcePolyfill(gateway.http(machines[0].address) + '/events', {
  headers: { 'X-Gateway-Target': machines[0].address },
  heartbeatTimeout: 9100,
});
events.onmessage = ({ data }) => console.info(data);
