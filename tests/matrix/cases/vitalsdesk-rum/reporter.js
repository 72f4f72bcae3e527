const COLLECT = "/rum/collect";
const COLLECTOR = { port: 8126, statsd: 8125, batchBytes: 60000 };

const transports = {
  beacon: {
    usable: () => typeof navigator.sendBeacon === "function",
    target: () => "http://" + window.location.hostname + ":" + COLLECTOR.port + COLLECT,
    send(target, body) {
      return navigator.sendBeacon(target, body);
    },
  },
  fetch: {
    usable: () => typeof fetch === "function",
    target: () => COLLECT + "?via=fetch",
    send(target, body) {
      fetch(target, { method: "POST", body, keepalive: true }).catch(() => {});
      return true;
    },
  },
};

export class Reporter {
  static order = ["beacon", "fetch"];
  queue = [];

  constructor({ app, sampleRate, maxBatch }) {
    this.app = app;
    this.maxBatch = maxBatch;
    this.enabled = Math.random() <= sampleRate;
  }

  mark(name, value = performance.now()) {
    if (!this.enabled) return;
    this.queue.push({ name, value: Math.round(value), at: Date.now() });
    if (this.queue.length >= this.maxBatch) this.flush();
  }

  flush() {
    if (!this.queue.length) return;
    const body = JSON.stringify({ app: this.app, marks: this.queue.splice(0) });
    const transport = Reporter.order.map((name) => transports[name]).find((candidate) => candidate.usable());
    transport?.send(transport.target(), body);
    if (this.app === "portal") transports.fetch.send(transports.fetch.target(), body);
  }
}
