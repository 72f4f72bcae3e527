import { nameOf, portOf } from './services.ts';
import type { Service } from './services.ts';

type Listener<T> = (message: T) => void;

export class ServiceClient<T> {
  private socket: WebSocket | null = null;
  private readonly listeners: Listener<T>[] = [];

  constructor(private readonly service: Service) {}

  private address(): string {
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    const port = portOf(this.service);
    return `${scheme}://${window.location.hostname}:${port}/${nameOf(this.service)}`;
  }

  listen(listener: Listener<T>): void {
    this.listeners.push(listener);
    this.socket ??= this.open();
  }

  private open(): WebSocket {
    const socket = new WebSocket(this.address());
    socket.onmessage = (event: MessageEvent<string>) => {
      const message = JSON.parse(event.data) as T;
      for (const listener of this.listeners) listener(message);
    };
    return socket;
  }
}
