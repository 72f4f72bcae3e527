import { read } from "./client.js";

const IDLE = { status: "pending", data: undefined, error: null };

export class QueryCache {
  #entries = new Map();

  constructor(options) {
    this.options = options;
  }

  entry(key) {
    const hash = JSON.stringify(key);
    let entry = this.#entries.get(hash);
    if (!entry) {
      entry = { key, snapshot: IDLE, listeners: new Set(), fetchedAt: 0, running: null };
      this.#entries.set(hash, entry);
    }
    return entry;
  }

  ensure(key) {
    const entry = this.entry(key);
    if (entry.running || Date.now() - entry.fetchedAt < this.options.staleTime) return entry.running;
    entry.running = read(key)
      .then((data) => this.#settle(entry, { status: "success", data, error: null }))
      .catch((error) => this.#settle(entry, { ...entry.snapshot, status: "error", error }));
    return entry.running;
  }

  #settle(entry, snapshot) {
    entry.running = null;
    entry.fetchedAt = Date.now();
    entry.snapshot = snapshot;
    entry.listeners.forEach((listener) => listener());
  }
}
