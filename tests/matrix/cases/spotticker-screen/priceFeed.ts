import type { Venue } from './venues';

type PriceListener = (symbol: string, price: number) => void;

export class PriceFeed {
  #socket: WebSocket | null = null;
  #delay = 500;

  constructor(
    private readonly venue: Venue,
    private readonly symbols: string[],
  ) {}

  start(listener: PriceListener): void {
    this.#socket = new WebSocket(this.venue.stream);
    this.#socket.onopen = () => {
      this.#delay = 500;
      this.#socket?.send(JSON.stringify(this.venue.subscribe(this.symbols)));
    };
    this.#socket.onmessage = (event: MessageEvent<string>) => {
      const tick = this.venue.parse(JSON.parse(event.data));
      if (tick) listener(tick.symbol, tick.price);
    };
    this.#socket.onclose = () => {
      setTimeout(() => this.start(listener), this.#delay);
      this.#delay = Math.min(this.#delay * 2, 15000);
    };
  }
}
