import type { Shell } from "./shell";

type Listener = (card: string) => void;

export class CardReader {
  private socket: WebSocket | null = null;
  private listeners: Listener[] = [];
  private attempts = 0;

  constructor(private readonly at: Shell["peripherals"]) {}

  onCard(listener: Listener) {
    this.listeners.push(listener);
  }

  private get address() {
    const { host, port, path } = this.at;
    return "ws://" + [host, port].join(":") + path;
  }

  start() {
    this.socket = new WebSocket(this.address, "reader.v1");
    this.socket.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (event.type === "card") this.listeners.forEach((listener) => listener(event.uid));
    };
    this.socket.onclose = () => {
      if (++this.attempts < 3) setTimeout(() => this.start(), 2000 * this.attempts);
    };
  }
}
