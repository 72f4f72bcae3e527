export abstract class Transport {
  static readonly port: number | null = 8123;

  constructor(protected readonly path: string) {}

  protected get authority(): string {
    const { port } = this.constructor as typeof Transport;
    return `${window.location.hostname}:${port}`;
  }

  listen(onReading: (room: string, celsius: number) => void): void {
    const scheme = window.location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${this.authority}${this.path}`);
    socket.onmessage = ({ data }) => {
      const { room, celsius } = JSON.parse(data);
      onReading(room, celsius);
    };
  }
}
