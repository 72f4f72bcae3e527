export interface Lesson {
  id: number;
  horse: string;
  startsAt: string;
}

export class LessonStore {
  private items: Lesson[] = [];

  constructor(private readonly base: string) {}

  async refresh(): Promise<void> {
    const query = new URLSearchParams({ from: "2024-01-08", days: "14" });
    try {
      const response = await fetch(`${this.base}/lessons?${query}`);
      this.items = await response.json();
    } catch {
      this.items = JSON.parse(localStorage.getItem("lessons") ?? "[]");
    }
  }

  get all() {
    return this.items;
  }
}
