export class LaneBoard {
  constructor(count) {
    this.lanes = Array.from({ length: count }, (_, index) => ({ lane: index + 1, ticket: null, open: true }));
    this.element = document.body.appendChild(document.createElement("ol"));
    this.render();
  }

  call(lane, ticket) {
    Object.assign(this.lanes[lane - 1], { ticket, open: true });
    this.render();
  }

  close(lane) {
    this.lanes[lane - 1].open = false;
    this.render();
  }

  reset(all) {
    all.forEach(({ lane, ticket }) => this.call(lane, ticket));
  }

  render() {
    this.element.innerHTML = this.lanes.map(({ ticket, open }) => `<li>${open ? (ticket ?? "free") : "closed"}</li>`).join("");
  }
}
