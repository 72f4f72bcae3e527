import { StockWatcher } from "./stock.js";

class AuditLog {
  constructor(send, target) {
    this.send = send;
    this.target = target;
  }

  write(text) {
    return this.send(this.target, { method: "POST", body: text, keepalive: true }).catch(() => null);
  }
}

export function install(container) {
  return container
    .value("settings", { stockPort: 8190, auditPath: "/audit/entries", batch: 250, keepDays: 3650 })
    .value("location", window.location)
    .factory("scheme", (get) => (get("location").protocol === "https:" ? "wss:" : "ws:"))
    .factory("endpoint", (get) => (topic) => {
      const { stockPort } = get("settings");
      return get("scheme") + "//" + get("location").hostname + ":" + stockPort + "/stock/" + topic;
    })
    .factory("stock", (get) => new StockWatcher(get("endpoint"), WebSocket))
    .factory("audit", (get) => new AuditLog(window.fetch.bind(window), get("settings").auditPath));
}
