import { envelopeEndpoint, parseDsn } from './dsn.js';

export class Client {
  constructor(options) {
    this.options = options;
    this.url = options.tunnel || envelopeEndpoint(parseDsn(options.dsn));
    this.buffer = [];
  }

  captureSession(session) {
    this.send('session', { ...session, release: this.options.release, started: Date.now() });
  }

  captureException(error, crumbs) {
    if (Math.random() > this.options.sampleRate) return;
    this.send('event', { exception: { type: error.name, value: error.message }, breadcrumbs: crumbs });
  }

  send(type, payload) {
    const body = [{ sent_at: Date.now() }, { type }, payload].map((part) => JSON.stringify(part)).join('\n');
    const pending = fetch(this.url, { method: 'POST', body, keepalive: true, referrerPolicy: 'origin' })
      .catch(() => null)
      .then(() => this.buffer.splice(this.buffer.indexOf(pending), 1));
    this.buffer.push(pending);
  }
}
