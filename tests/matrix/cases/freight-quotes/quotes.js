export class Quotes {
  constructor(root, currencies) {
    this.root = root;
    this.currencies = { ...currencies };
    this.quotes = [];
  }

  rates(rates) {
    Object.assign(this.currencies, rates);
    this.draw();
  }

  add(quote) {
    this.quotes = [quote, ...this.quotes].slice(0, 80);
    this.draw();
  }

  draw() {
    this.root.textContent = this.quotes
      .map(({ from, to, amount, currency }) => `${from}-${to}: ${(amount / (this.currencies[currency] ?? 1)).toFixed(2)}`)
      .join("\n");
  }
}
