export interface FeedStatics {
  port: string | number;
  channel: string;
  address(id: string): string;
}

export abstract class Feed {
  static port: string | number = "";
  static channel = "generic";
  static keepAliveMs = 25000;

  protected socket: WebSocket | null = null;
  private listeners: Array<(text: string) => void> = [];

  constructor(readonly id: string) {}

  static get authority(): string {
    const { hostname } = window.location;
    return this.port ? `${hostname}:${this.port}` : window.location.host;
  }

  static address(id: string): string {
    const scheme = window.location.protocol === "https:" ? "wss" : "ws";
    return `${scheme}://${this.authority}/feeds/${this.channel}/${encodeURIComponent(id)}`;
  }

  get statics(): FeedStatics {
    return this.constructor as unknown as FeedStatics;
  }

  get label(): string {
    return `${this.statics.channel}#${this.id}`;
  }

  onMessage(listener: (text: string) => void): void {
    this.listeners.push(listener);
  }

  open(): void {
    this.socket = new WebSocket(this.statics.address(this.id));
    this.socket.onmessage = (event) => this.listeners.forEach((listener) => listener(String(event.data)));
  }
}
