export abstract class SyncTransport<Provider> {
  protected provider: Provider | undefined = undefined;
  protected readonly room: string;

  constructor(room: string) {
    this.room = room;
  }

  protected abstract open(url: string): Provider;
  protected abstract dispose(provider: Provider): void;

  protected scheme(): string {
    return window.location.protocol === "https:" ? "wss" : "ws";
  }

  protected host(): string {
    return window.location.host;
  }

  protected path(): string {
    return "/sync";
  }

  url(): string {
    return `${this.scheme()}://${this.host()}${this.path()}`;
  }

  start(): void {
    if (this.provider === undefined) this.provider = this.open(this.url());
  }

  stop(): void {
    if (this.provider === undefined) return;
    this.dispose(this.provider);
    this.provider = undefined;
  }
}
