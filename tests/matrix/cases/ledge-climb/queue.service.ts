import type { Environment } from "./environment";

export class QueueService {
  private source?: EventSource;

  constructor(private readonly environment: Environment) {}

  open() {
    this.source = new EventSource(`${this.environment.apiPrefix}/queue?max=${this.environment.maxPeople}`);
    this.source.addEventListener("position", (event) => {
      document.body.dataset.position = (event as MessageEvent).data;
    });
    this.source.onerror = () => this.source?.close();
  }
}
