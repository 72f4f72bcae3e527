export class BerthMap {
  constructor(bus, root) {
    this.root = root;
    bus.on("data:berths", (data) => this.mark(JSON.parse(data)));
    bus.on("data:harbour", (data) => {
      root.title = data;
    });
  }

  mark({ berth, boat, depth = 2.4 }) {
    const cell = document.createElement("span");
    cell.textContent = boat ? `${berth}: ${boat}` : `${berth}: free (${depth} m)`;
    this.root.append(cell);
  }
}
