export class Ladder {
  constructor(root) {
    this.root = root;
    this.entries = [];
  }

  place(entry) {
    this.entries = [...this.entries, entry].sort((a, b) => b.score - a.score).slice(0, 10);
    this.root.textContent = this.entries.map(({ name, score }, index) => `${index + 1}. ${name} ${score}`).join("\n");
  }

  frame({ pixels }) {
    this.root.dataset.pixels = String(pixels.length);
  }

  fail(error) {
    this.root.textContent = String(error);
  }
}
