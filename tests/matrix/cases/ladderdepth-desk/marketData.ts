import { ENDPOINTS, Feed, currentEnvironment } from './environment';

export interface Book {
  bids: [price: number, size: number][];
  asks: [price: number, size: number][];
}

type BookListener = (book: Book) => void;

export class MarketDataClient {
  private static shared?: MarketDataClient;

  static instance(): MarketDataClient {
    return (this.shared ??= new MarketDataClient(ENDPOINTS[currentEnvironment()].stream[Feed.Depth]));
  }

  private readonly listeners = new Map<string, Set<BookListener>>();
  private socket: WebSocket | null = null;
  private sequence = 0;

  private constructor(private readonly endpoint: string) {}

  subscribe(symbol: string, listener: BookListener): () => void {
    const known = this.listeners.get(symbol) ?? new Set();
    this.listeners.set(symbol, known.add(listener));
    this.ensureOpen();
    return () => known.delete(listener);
  }

  private ensureOpen(): void {
    if (this.socket && this.socket.readyState <= WebSocket.OPEN) return;
    this.socket = new WebSocket(this.endpoint, 'depth.v3');
    this.socket.onopen = () => {
      for (const symbol of this.listeners.keys()) this.send('subscribe', symbol);
    };
    this.socket.onmessage = ({ data }) => {
      const { symbol, book } = JSON.parse(data) as { symbol: string; book: Book };
      this.listeners.get(symbol)?.forEach((listener) => listener(book));
    };
  }

  private send(op: string, symbol: string): void {
    this.socket?.send(JSON.stringify({ op, symbol, seq: ++this.sequence }));
  }
}
