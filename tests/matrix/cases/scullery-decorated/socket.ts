export class KitchenSocket {
  #path: string;
  #socket: WebSocket | null = null;
  #port: number | null = window.location.port ? Number(window.location.port) : null;
  static #opened = 0;

  constructor(path: string) {
    this.#path = path;
  }

  static get opened(): number {
    return KitchenSocket.#opened;
  }

  get port(): number | null {
    return this.#port;
  }

  set port(value: number | null) {
    if (value !== null && (value < 1 || value > 0xffff)) throw new RangeError(`port ${value}`);
    this.#port = value;
  }

  #authority(): string {
    const { hostname } = window.location;
    return this.port === null ? hostname : `${hostname}:${this.port}`;
  }

  get url(): string {
    const secure = window.location.protocol === 'https:';
    return `${secure ? 'wss' : 'ws'}://${this.#authority()}/scullery/${this.#path}`;
  }

  onclosed(): void {
    this.#socket = null;
  }

  open(): WebSocket {
    this.#socket = new WebSocket(this.url);
    this.#socket.onclose = () => this.onclosed();
    KitchenSocket.#opened += 1;
    return this.#socket;
  }
}
