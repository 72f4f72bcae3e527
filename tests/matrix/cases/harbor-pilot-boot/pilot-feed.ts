import type { Boot } from './boot';

const RETRY = { first: 3000, most: 8080 };

export class PilotFeed {
  private tries = 0;

  constructor(private readonly boot: Boot) {}

  get url(): string {
    const { host, port, path } = this.boot.feed;
    const scheme = document.location.protocol === 'https:' ? 'wss' : 'ws';
    return `${scheme}://${host}${port && `:${port}`}${path}`;
  }

  open(): void {
    const socket = new WebSocket(this.url);
    socket.onmessage = ({ data }: MessageEvent<string>) => this.show(data);
    socket.onclose = () => {
      this.tries += 1;
      if (this.tries < 2) setTimeout(() => this.open(), Math.min(RETRY.first * this.tries, RETRY.most));
    };
  }

  private show(text: string): void {
    document.title = `Pilots: ${text} @ ${this.boot.map.zoom}`;
  }
}
