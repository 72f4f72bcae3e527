export class Table {
  readonly name = 'double-six';
  onMove: (tile: [number, number]) => void = () => {};
  private chain: [number, number][] = [];
  private watchers = 0;

  constructor(private stock: number) {}

  apply(message: { type: string; tile?: [number, number] }) {
    if (message.type === 'placed' && message.tile) {
      this.chain.push(message.tile);
      this.stock -= 1;
    }
    if (message.type === 'turn') this.onMove(this.best());
  }

  cheer(watchers: number) {
    this.watchers = watchers;
    document.title = `${this.name} (${this.watchers})`;
  }

  private best(): [number, number] {
    const end = this.chain.length ? this.chain[this.chain.length - 1][1] : 6;
    return [end, Math.max(0, end - 1)];
  }
}
