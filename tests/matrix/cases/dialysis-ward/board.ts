import { limits } from "./profiles";

export class BedBoard {
  private readonly rows = new Map<string, { pressure?: number; flow?: number }>();
  private readonly list = document.createElement("ul");

  constructor(beds: string[]) {
    for (const bed of beds) this.rows.set(bed, {});
  }

  reading(topic: string, payload: string): void {
    const [, bed, quantity] = topic.split("/");
    const row = this.rows.get(bed);
    if (!row) return;
    row[quantity as "pressure" | "flow"] = Number(payload);
    this.render();
  }

  note(_topic: string, text: string): void {
    this.list.dataset.note = text;
  }

  mount(parent: HTMLElement): void {
    parent.append(this.list);
    this.render();
  }

  private render(): void {
    this.list.replaceChildren(
      ...[...this.rows].map(([bed, { pressure = 0, flow = 0 }]) => {
        const item = document.createElement("li");
        item.textContent = `${bed}: ${pressure} mmHg, ${flow} ml/min`;
        item.className = pressure > limits.venous.high ? "alarm" : "ok";
        return item;
      }),
    );
  }
}
