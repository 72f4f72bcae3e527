import { io } from 'socket.io-client';

/** Template method: subclasses say where and how, `open` does it. */
export class Channel {
  constructor(name, meta = {}) {
    if (new.target === Channel) throw new TypeError('Channel is abstract');
    this.name = name;
    this.meta = meta;
    this.socket = null;
  }

  get authority() {
    return window.location.host;
  }

  get path() {
    return '/socket.io';
  }

  get options() {
    return {
      path: this.path,
      transports: ['websocket'],
      reconnectionAttempts: 4,
      reconnectionDelay: 2000,
      auth: { client: 'rota-web/5.2.1', ...this.meta },
    };
  }

  address() {
    return `${window.location.protocol}//${this.authority}/${this.name}`;
  }

  open() {
    if (!this.socket) this.socket = io(this.address(), this.options);
    return this;
  }

  listen(event, handler) {
    this.socket.on(event, handler);
    return () => this.socket.off(event, handler);
  }
}
