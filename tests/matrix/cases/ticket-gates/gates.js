const CAPACITY = 9000;

export class Gates {
  constructor(root) {
    this.root = root;
    this.inside = 0;
    this.alarms = [];
  }

  count(change) {
    this.inside = Math.min(CAPACITY, Math.max(0, this.inside + change));
    this.draw();
  }

  alarm(text) {
    this.alarms.push(text);
    this.draw();
  }

  draw() {
    this.root.textContent = `${this.inside} of ${CAPACITY} inside, ${this.alarms.length} alarms`;
  }
}
