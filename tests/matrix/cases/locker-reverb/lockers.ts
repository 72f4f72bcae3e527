type State = "open" | "closed" | "unknown";

export class LockerList {
  private readonly doors = new Map<number, State>();

  constructor(private readonly root: HTMLElement) {}

  async load(): Promise<void> {
    for (let door = 1; door <= 24; door += 1) this.doors.set(door, "unknown");
    try {
      const response = await fetch("/api/lockers?site=8080");
      for (const { door, state } of await response.json()) this.doors.set(door, state);
    } catch {
      this.root.dataset.error = "offline";
    }
    this.draw();
  }

  mark(door: number, state: State): void {
    this.doors.set(door, state);
    this.draw();
  }

  private draw(): void {
    this.root.textContent = [...this.doors].map(([door, state]) => `${door}: ${state}`).join(", ");
  }
}
