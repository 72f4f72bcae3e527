export class Shelf {
  constructor(root) {
    this.root = root;
    this.counts = {};
  }

  accept(source, data) {
    this.counts[source] = (this.counts[source] ?? 0) + 1;
    const item = document.createElement("li");
    item.textContent = `${source} #${this.counts[source]}: ${data}`;
    this.root.prepend(item);
    while (this.root.children.length > 70) this.root.lastChild.remove();
  }
}
