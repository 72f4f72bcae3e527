interface Settings {
  STREAM_PORT: string;
  STREAM_PATH: string;
  POLL_SECONDS: string;
}

export class MoistureStream {
  private source?: EventSource;

  constructor(private readonly settings: Settings) {}

  open(): void {
    const target = new URL(this.settings.STREAM_PATH, window.location.origin);
    target.port = this.settings.STREAM_PORT;
    this.source = new EventSource(target.href);
    this.source.onerror = () => this.fallBack();
  }

  private fallBack(): void {
    this.source?.close();
    const poll = () => fetch(this.settings.STREAM_PATH + '/latest').catch(() => undefined);
    void poll();
    setInterval(poll, Number(this.settings.POLL_SECONDS));
  }
}
