export class Stock {
  private amounts: Record<string, number> = {};

  constructor(private root: HTMLElement) {}

  set(code: string, amount: number): void {
    this.amounts[code] = amount;
    this.draw();
  }

  reserve(code: string): void {
    this.set(code, Math.max(0, (this.amounts[code] ?? 0) - 1));
  }

  offline(): void {
    this.root.dataset.state = "offline";
  }

  private draw(): void {
    this.root.textContent = Object.entries(this.amounts)
      .map(([code, amount]) => `${code}: ${amount}`)
      .join("\n");
  }
}
