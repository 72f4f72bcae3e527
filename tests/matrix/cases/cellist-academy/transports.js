import { WebsocketProvider } from 'y-websocket';

export class Transport {
  static #open = 0;

  get secure() {
    return window.location.protocol === 'https:';
  }

  get port() {
    return window.location.port;
  }

  get authority() {
    const { hostname } = window.location;
    return this.port ? `${hostname}:${this.port}` : hostname;
  }

  get base() {
    return `${this.secure ? 'wss' : 'ws'}://${this.authority}`;
  }

  connect(room, doc) {
    Transport.#open += 1;
    return new WebsocketProvider(`${this.base}${this.path}`, room, doc, { disableBc: true, maxBackoffTime: 9000 });
  }

  static get opened() {
    return Transport.#open;
  }
}

export class PracticeTransport extends Transport {
  path = '/practice';
}

export class StudioTransport extends Transport {
  static FIRST = 6800;

  constructor(studio) {
    super();
    this.studio = studio;
  }

  get port() {
    return this.constructor.FIRST;
  }
}

export class ScoreTransport extends StudioTransport {
  path = '/scores';

  get port() {
    return super.port + this.studio * 10;
  }
}
