import SockJS from 'sockjs-client';
import { looksLocal } from './help.js';

export class Printer {
  constructor(base) {
    this.base = base;
    this.state = {};
    this.onstate = this.ontrouble = () => {};
  }

  connect() {
    this.sock = new SockJS(this.base + 'sockjs', undefined, { timeout: 5000 });
    this.sock.onmessage = (e) => this.handle(e.data);
    this.sock.onclose = () => {
      this.ontrouble('offline');
      setTimeout(() => this.connect(), 5000);
    };
  }

  handle(data) {
    for (const [kind, body] of Object.entries(data)) {
      if (kind === 'current' || kind === 'history') {
        Object.assign(this.state, body.state, body.progress);
        this.onstate(this.state);
      }
    }
  }

  validateWebcam(text) {
    return looksLocal(text) ? 'This address is seen only on the printer itself.' : null;
  }
}
