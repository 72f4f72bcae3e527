const TRACKER = { port: 5005, base: "stream/positions" };

export class PositionFeed {
  constructor({ area }) {
    this.area = area;
    this.listeners = { position: [], gone: [] };
    this.source = null;
  }

  url() {
    const { protocol, hostname } = document.location;
    return `${protocol}//${hostname}:${TRACKER.port}/${TRACKER.base}?area=${encodeURIComponent(this.area)}`;
  }

  on(type, fn) {
    this.listeners[type].push(fn);
    return this;
  }

  open() {
    if (this.source) return;
    this.source = new EventSource(this.url(), { withCredentials: true });
    for (const type of Object.keys(this.listeners)) {
      this.source.addEventListener(type, (e) => {
        const data = JSON.parse(e.data);
        this.listeners[type].forEach((fn) => fn(data));
      });
    }
  }

  close() {
    this.source?.close();
    this.source = null;
  }
}
