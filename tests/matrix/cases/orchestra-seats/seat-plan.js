const ROWS = "ABCDEFGHJK";

export class SeatPlan {
  constructor(root) {
    this.root = root;
    this.taken = new Set();
    this.count = 0;
  }

  mark({ row, seat, free }) {
    const key = `${ROWS[row]}${seat}`;
    if (free) this.taken.delete(key);
    else this.taken.add(key);
    this.draw();
  }

  sold(count) {
    this.count = count;
    this.draw();
  }

  draw() {
    this.root.textContent = `${this.count} sold, taken now: ${[...this.taken].join(" ")}`;
  }
}
