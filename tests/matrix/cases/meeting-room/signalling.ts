export interface SignallingOptions {
  secure: boolean;
  room?: string;
}

type Handler = (...args: any[]) => void;

export abstract class Signalling<O extends SignallingOptions = SignallingOptions> {
  private handlers = new Map<string, Handler[]>();
  protected attempts = 0;

  constructor(protected readonly options: O) {}

  start(): void {
    const authority = this.authority();
    this.log(`connecting to ${authority}`);
    this.open(this.scheme() + "//" + authority);
  }

  on(event: string, handler: Handler): this {
    const list = this.handlers.get(event) ?? [];
    this.handlers.set(event, [...list, handler]);
    return this;
  }

  protected dispatch(event: string, ...args: unknown[]): void {
    this.handlers.get(event)?.forEach((handler) => handler(...args));
  }

  protected authority(): string {
    const port = this.port();
    return port === undefined ? window.location.host : `${window.location.hostname}:${port}`;
  }

  /** Ports other than the page's own, for transports that run in a process of their own. */
  protected port(): number | undefined {
    return undefined;
  }

  protected log(text: string): void {
    console.debug(`[${this.constructor.name}] ${text}`);
  }

  protected abstract scheme(): string;
  protected abstract open(base: string): void;
}
