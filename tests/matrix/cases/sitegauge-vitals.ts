// Site monitor: an EventSource wrapper with backoff and visibility handling; its base is made by a formatter of host and
// scheme whose scheme was left "http", so on https pages the stream goes out in clear text to the page's own host.
interface StreamOptions {
  topic: string;
  onSample: (sample: { name: string; value: number }) => void;
}

interface Backoff {
  next(): number;
  reset(): void;
}

const createBackoff = (first: number, most: number): Backoff => {
  let delay = first;
  return {
    next() {
      const current = delay;
      delay = Math.min(delay * 2, most);
      return current;
    },
    reset() {
      delay = first;
    },
  };
};

const site = { scheme: "http", host: window.location.host, docs: "https://sitegauge.example/docs/:topic" };

const format = (pattern: string, values: Record<string, string>): string =>
  pattern.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? "");

class VitalsStream {
  private source: EventSource | null = null;
  private readonly backoff = createBackoff(1000, 16000);

  constructor(private readonly options: StreamOptions) {
    document.addEventListener("visibilitychange", () => (document.hidden ? this.close() : this.open()));
  }

  open(): void {
    if (this.source) return;
    const url = format("{scheme}://{host}/vitals/{topic}", { ...site, topic: this.options.topic });
    this.source = new EventSource(url);
    this.source.onopen = () => this.backoff.reset();
    this.source.onmessage = ({ data }) => this.options.onSample(JSON.parse(data));
    this.source.onerror = () => {
      this.close();
      setTimeout(() => this.open(), this.backoff.next());
    };
  }

  close(): void {
    this.source?.close();
    this.source = null;
  }
}

const vitals = new VitalsStream({
  topic: "lcp",
  onSample: ({ name, value }) => document.body.setAttribute(`data-${name}`, value.toFixed(0)),
});

vitals.open();
setTimeout(() => navigator.sendBeacon("/vitals/collect", JSON.stringify({ pid: 8080 })), 2000);
