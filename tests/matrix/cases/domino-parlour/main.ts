// Domino rooms: reconnecting-websocket is given an asynchronous URL provider; which listener it names is looked up by the
// page's scheme in a tuple table. Spectators use a relative path through the proxy.
import ReconnectingWebSocket from 'reconnecting-websocket';
import { tableAddress } from './net/address';
import { Table } from './net/table';

const table = new Table(28);
const seat = new ReconnectingWebSocket(() => tableAddress(table.name), ['domino.v2'], {
  maxRetries: 2,
  minReconnectionDelay: 1500,
  connectionTimeout: 4000,
});

seat.addEventListener('message', (event) => table.apply(JSON.parse(event.data)));
table.onMove = (tile) => seat.send(JSON.stringify({ tile }));

const scheme = window.location.protocol.replace('http', 'ws');
const spectators = new WebSocket(`${scheme}//${window.location.host}/spectate/${table.name}`);
spectators.onmessage = ({ data }) => table.cheer(Number(data));
