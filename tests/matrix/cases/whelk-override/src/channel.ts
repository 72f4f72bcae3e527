export abstract class Channel {
  protected port: number | string = 8181;
  protected abstract readonly path: string;
  authority = '';

  protected resolve(): string {
    const { protocol, hostname } = window.location;
    const authority = this.authority || (this.port ? `${hostname}:${this.port}` : hostname);
    return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${authority}${this.path}`;
  }

  open(): WebSocket {
    const socket = new WebSocket(this.resolve());
    socket.onmessage = ({ data }) => this.received(JSON.parse(data));
    return socket;
  }

  protected abstract received(message: unknown): void;
}
