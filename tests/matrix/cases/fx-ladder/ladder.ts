interface Tick {
  bid: number;
  ask: number;
}

export class Ladder {
  private readonly depth = new Map<number, number>();

  constructor(private readonly pair: string, private readonly pip: number) {}

  tick({ bid, ask }: Tick): void {
    const level = (price: number) => Math.round(price / this.pip);
    this.depth.set(level(bid), (this.depth.get(level(bid)) ?? 0) + 1);
    document.title = `${this.pair} ${bid.toFixed(5)}/${ask.toFixed(5)}`;
  }

  fill({ price, amount }: { price: number; amount: number }): void {
    this.depth.set(Math.round(price / this.pip), -amount);
  }
}
