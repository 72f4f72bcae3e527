import { EventHub } from './EventHub.js';

const PLAIN_PORT = 8765;
const TLS_PORT = 8766;
const MAX_DELAY = 30 * 1000;

let shared = null;

export default class Signaling extends EventHub {
  static instance() {
    return shared || (shared = new Signaling());
  }

  _attempt = 0;
  _socket = null;

  _endpoint() {
    const { protocol, hostname, port } = window.location;
    const tls = protocol === 'https:';
    let endpoint = (tls ? 'wss://' : 'ws://') + hostname;
    if (port) {
      endpoint += ':' + (tls ? TLS_PORT : PLAIN_PORT);
    }
    return endpoint + '/signal';
  }

  connect(params) {
    const query = new URLSearchParams(params);
    this._socket = new WebSocket(this._endpoint() + '?' + query, ['tutor.v2']);
    this._socket.addEventListener('open', () => {
      this._attempt = 0;
      this.fire('open');
    });
    this._socket.addEventListener('message', (e) => {
      const { type, ...body } = JSON.parse(e.data);
      this.fire(type, body);
    });
    this._socket.addEventListener('close', () => {
      const delay = Math.min(MAX_DELAY, 2 ** this._attempt++ * 1000) * (0.5 + Math.random() / 2);
      setTimeout(() => this.connect(params), delay);
    });
  }

  send(type, body) {
    if (this._socket?.readyState === 1) this._socket.send(JSON.stringify({ type, ...body }));
  }
}
