import type { Settings } from './serverconnection';
import { join } from './urlext';

const RECONNECT_LIMIT = 2;

export class TerminalConnection {
  private attempt = 0;

  constructor(private readonly name: string, private readonly settings: Settings) {}

  connect(): void {
    const ws = new this.settings.WebSocket(join(this.settings.terminalUrl, 'terminals/websocket', this.name));
    ws.onclose = () => {
      if (this.attempt >= RECONNECT_LIMIT) return;
      this.attempt += 1;
      setTimeout(() => this.connect(), 1000 * 2 ** this.attempt);
    };
  }
}
