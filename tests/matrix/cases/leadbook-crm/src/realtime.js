import { io } from 'socket.io-client';
import { benchSummary } from './site.js';

function origin() {
  const { protocol, hostname, port } = window.location;
  const chosen = window.socketio_port || port;
  return `${protocol}//${hostname}${chosen ? `:${chosen}` : ''}`;
}

export class RealtimeBus {
  constructor({ attempts }) {
    this.attempts = attempts;
    this.listeners = new Map();
    this.socket = null;
  }

  open() {
    const site = window.site_name || window.location.hostname;
    console.info('realtime', benchSummary());
    this.socket = io(`${origin()}/${site}`, { withCredentials: true, reconnectionAttempts: this.attempts });
    this.socket.on('list_update', (event) => this.emit(event.doctype, event));
    this.socket.on('refetch_resource', ({ cache_key }) => this.emit('refetch', cache_key));
  }

  onList(doctype, callback) {
    if (!this.listeners.has(doctype)) {
      this.listeners.set(doctype, new Set());
      this.socket.emit('doctype_subscribe', doctype);
    }
    this.listeners.get(doctype).add(callback);
    return () => this.listeners.get(doctype).delete(callback);
  }

  emit(topic, payload) {
    for (const callback of this.listeners.get(topic) || []) callback(payload);
  }
}
