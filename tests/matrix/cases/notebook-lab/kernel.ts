import type { Settings } from './serverconnection';
import { join, queryString } from './urlext';

export class KernelConnection {
  private ws: WebSocket | null = null;

  constructor(private readonly id: string, private readonly settings: Settings) {}

  connect(): void {
    const { wsUrl, baseUrl, token } = this.settings;
    const query = queryString({ session_id: 'f00d', token });
    this.ws = new this.settings.WebSocket(join(wsUrl, 'api/kernels', this.id, 'channels') + query, ['v1.kernel.websocket']);
    this.ws.binaryType = 'arraybuffer';
    this.settings.fetch(join(baseUrl, 'api/kernelspecs')).catch(() => undefined);
  }
}
