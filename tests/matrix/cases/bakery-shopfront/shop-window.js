export class ShopWindow {
  constructor(root) {
    this.root = root;
    this.items = new Map();
  }

  stock({ item, left }) {
    this.items.set(item, left);
    this.draw();
  }

  specials(list) {
    this.offers = list.map(({ name, price }) => `${name} for ${price}`);
    this.draw();
  }

  draw() {
    const stock = [...this.items].map(([item, left]) => `${item}: ${left || "sold out"}`);
    this.root.textContent = [...(this.offers ?? []), ...stock].join("\n");
  }
}
