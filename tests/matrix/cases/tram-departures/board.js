export class Board {
  constructor(root, refresh) {
    this.root = root;
    this.refresh = refresh;
    this.state = new Map();
  }

  rows(rows) {
    for (const row of rows) this.state.set(`${row.line}/${row.stop}`, row);
    this.draw();
  }

  move(line, stop) {
    this.state.set(`${line}/*`, { line, stop, due: 0 });
    this.draw();
  }

  notices(list) {
    this.banner = list.map((notice) => notice.text).join(" · ");
    this.draw();
  }

  offline(kind) {
    this.root.dataset.offline = kind;
  }

  draw() {
    const rows = [...this.state.values()].sort((a, b) => a.due - b.due);
    this.root.textContent = [this.banner ?? "", ...rows.map((row) => `${row.line} ${row.stop} ${row.due}`)].join("\n");
  }
}
