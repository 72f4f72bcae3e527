import { getBaseUrl } from './baseUrl';

export interface StockChange {
  sku: string;
  left: number;
}

export class StockStream {
  private source: EventSource | null = null;

  constructor(private readonly collection: string) {}

  onChange(listener: (change: StockChange) => void): this {
    this.source ??= new EventSource(`${getBaseUrl()}/stock/stream?collection=${this.collection}`);
    this.source.addEventListener('stock', (event) => listener(JSON.parse((event as MessageEvent).data)));
    return this;
  }
}
