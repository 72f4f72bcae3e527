export class Chart {
  constructor(root, options) {
    this.root = root;
    this.options = options;
    this.reset();
  }

  reset() {
    this.votes = Object.fromEntries(this.options.map((option) => [option, 0]));
    this.draw();
  }

  add(option) {
    if (!(option in this.votes)) return;
    this.votes[option] += 1;
    this.draw();
  }

  draw() {
    const total = Object.values(this.votes).reduce((sum, count) => sum + count, 0) || 1;
    this.root.textContent = Object.entries(this.votes)
      .map(([option, count]) => `${option} ${"#".repeat(Math.round((count / total) * 20))}`)
      .join("\n");
  }
}
