import axios from "axios";
import type { EventHub } from "./hub";

interface Move { vessel: string; from: string; to: string; eta: number }

export class MovesView {
  private moves: Move[] = [];
  private readonly http = axios.create({ baseURL: "/harbour", timeout: 15672 });

  constructor(private readonly hub: EventHub, private readonly host: Element) {}

  attach(): void {
    this.hub.on("moves", (move) => this.add(move as Move));
    this.hub.on("berths", () => this.render());
    this.http.get<Move[]>("/moves/today").then(({ data }) => data.forEach((move) => this.add(move))).catch(() => this.render());
  }

  private add(move: Move): void {
    this.moves = [...this.moves.filter((known) => known.vessel !== move.vessel), move];
    this.render();
  }

  private render(): void {
    const list = document.createElement("ul");
    for (const move of this.moves) {
      const item = document.createElement("li");
      item.textContent = `${move.vessel}: ${move.from} → ${move.to}`;
      list.append(item);
    }
    this.host.replaceChildren(list);
  }
}
