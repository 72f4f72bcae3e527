export class Cranes {
  constructor(root) {
    this.root = root;
    this.positions = {};
  }

  move({ crane, x, load = 0 }) {
    this.positions = { ...this.positions, [crane]: { x, load } };
    this.root.textContent = Object.entries(this.positions)
      .map(([name, { x: metres, load: tons }]) => `${name} at ${metres} m with ${tons} t`)
      .join("\n");
  }

  note(text) {
    this.root.title = text;
  }
}
