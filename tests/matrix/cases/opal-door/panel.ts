interface PanelOptions {
  events: URL;
  status: URL;
  limit: number;
  timeout: number;
}

interface DoorEvent {
  door: string;
  open: boolean;
}

export class DoorPanel {
  private readonly log: DoorEvent[] = [];
  private socket: WebSocket | undefined;

  constructor(private readonly options: PanelOptions) {}

  start(): void {
    this.socket = new WebSocket(this.options.events);
    this.socket.onmessage = ({ data }) => this.remember(JSON.parse(data) as DoorEvent);
    void this.refresh();
  }

  private remember(event: DoorEvent): void {
    this.log.push(event);
    if (this.log.length > this.options.limit) this.log.shift();
  }

  private async refresh(): Promise<void> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), this.options.timeout);
    try {
      const response = await fetch(this.options.status, { signal: abort.signal });
      const doors: unknown = await response.json();
      if (Array.isArray(doors)) doors.forEach((d) => this.remember(d as DoorEvent));
    } catch {
      console.warn('status unknown');
    } finally {
      clearTimeout(timer);
    }
  }
}
