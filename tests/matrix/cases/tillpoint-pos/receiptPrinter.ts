import { Devices } from './devices';

const LINE_WIDTH = 42;

export class ReceiptPrinter {
  private socket?: WebSocket;
  private readonly queue: string[] = [];

  connect(retryAfter = 5000): void {
    const socket = new WebSocket(Devices.socketUrl(Devices.Kind.ReceiptPrinter));
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => this.flush());
    socket.addEventListener('close', () => setTimeout(() => this.connect(retryAfter), retryAfter));
    this.socket = socket;
  }

  print(lines: string[]): void {
    this.queue.push(...lines.map((line) => line.slice(0, LINE_WIDTH)));
    this.flush();
  }

  private flush(): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    while (this.queue.length) this.socket.send(`${this.queue.shift()}\n`);
  }
}
