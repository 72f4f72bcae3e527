interface Job {
  id: number;
  title: string;
  stage: string;
}

export class JobBoard {
  private jobs: Job[] = [];

  constructor(private readonly root: HTMLElement) {}

  async load() {
    try {
      const response = await fetch("/api/jobs?stage=open", { headers: { accept: "application/json" } });
      this.jobs = await response.json();
    } catch {
      this.note("The job list is not available.");
    }
    this.draw();
  }

  advance({ id, stage }: { id: number; stage: string }) {
    const job = this.jobs.find((item) => item.id === id);
    if (job) job.stage = stage;
    this.draw();
  }

  note(text: string) {
    const line = document.createElement("p");
    line.textContent = text;
    this.root.appendChild(line);
  }

  private draw() {
    this.root.dataset.jobs = String(this.jobs.length);
  }
}
