export class Board {
  constructor(lanes) {
    this.lanes = new Map(lanes.map((name) => [name, []]));
    this.viewers = 1;
  }

  add(card) {
    const lane = this.lanes.get(card.lane) || this.lanes.get('Backlog');
    lane.push(card);
    lane.sort((a, b) => a.rank - b.rank);
  }

  move(id, lane, rank) {
    for (const cards of this.lanes.values()) {
      const at = cards.findIndex((card) => card.id === id);
      if (at < 0) continue;
      const [card] = cards.splice(at, 1);
      this.add({ ...card, lane, rank });
      return;
    }
  }
}
