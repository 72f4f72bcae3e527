// keep: a development server's ports behind build-time checks; the built page falls through to its own origin for the
// socket, the stream and the requests.
// env: BURROW_TARGET=container
import ReconnectingWebSocket from 'reconnecting-websocket';
import { targets } from './src/targets.js';

const target = targets[process.env.BURROW_TARGET] || targets.container;

const socket = new ReconnectingWebSocket(target.socket('/live'), [], { maxRetries: 1 });
socket.addEventListener('message', ({ data }) => console.debug(data));

const stream = new EventSource(target.http('/stream'));
stream.onmessage = ({ data }) => document.body.setAttribute('data-last', data);

if (process.env.NODE_ENV !== 'production') {
  new WebSocket('ws://localhost:24678/hmr');
}
