import ReconnectingWebSocket from 'reconnecting-websocket';
import { endpointOf } from './metadata';

export abstract class Feed<T> {
  private socket: ReconnectingWebSocket | null = null;

  protected abstract receive(message: T): void;

  private address = (): string => {
    const { path, port } = endpointOf(this);
    const url = new URL(path, location.href);
    url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
    if (port) url.host = `${url.hostname}:${port}`;
    return url.toString();
  };

  open(): void {
    const { retries } = endpointOf(this);
    this.socket = new ReconnectingWebSocket(this.address, [], { maxRetries: retries, minReconnectionDelay: 1500 });
    this.socket.addEventListener('message', (event) => this.receive(JSON.parse(event.data) as T));
  }

  close(): void {
    this.socket?.close(1000);
  }
}
