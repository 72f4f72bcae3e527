export interface BaseOptions {
  appId: string;
  host: string;
  port: number;
  tls: boolean;
  logLevel: "debug" | "warn" | "silent";
  reconnect: { tries: number; delayMs: number };
}

type Handler = (payload: unknown) => void;

export abstract class BaseClient<O extends BaseOptions> {
  static readonly defaults: Partial<BaseOptions> = {
    host: window.location.hostname,
    tls: window.location.protocol === "https:",
    logLevel: "silent",
    reconnect: { tries: 2, delayMs: 1500 },
  };

  protected readonly options: O;
  readonly #handlers: Record<string, Handler[]> = {};
  #tries = 0;

  protected constructor(given: Partial<O>) {
    const own = (this.constructor as typeof BaseClient).defaults;
    this.options = { ...BaseClient.defaults, ...own, ...given } as O;
  }

  protected abstract path(): string;

  protected address(): string {
    const { tls, host, port } = this.options;
    return `ws${tls ? "s" : ""}://${host}:${port}${this.path()}`;
  }

  on(event: string, handler: Handler): this {
    (this.#handlers[event] = this.#handlers[event] || []).push(handler);
    return this;
  }

  protected emit(event: string, payload?: unknown): void {
    (this.#handlers[event] || []).forEach((handler) => handler(payload));
  }

  connect(): void {
    const socket = new WebSocket(this.address());
    socket.onmessage = ({ data }) => this.receive(JSON.parse(data));
    socket.onclose = () => {
      this.emit("offline");
      const { tries, delayMs } = this.options.reconnect;
      if (this.#tries++ < tries) setTimeout(() => this.connect(), delayMs * this.#tries);
    };
  }

  protected receive(message: { event: string; payload: unknown }): void {
    this.emit(message.event, message.payload);
  }
}
