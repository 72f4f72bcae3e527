// Home automation: an observable store holds the broker's settings, and selecting them (selector with equality) starts
// mqtt.js by an options object with a fixed port; the history is asked of the page's own origin.
import mqtt from "mqtt";

interface BrokerState {
  broker: { hostname: string; port: number; path: string; tls: boolean };
  rooms: Record<string, number>;
}

type Listener<T> = (value: T, previous: T | undefined) => void;

class Store<S extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private state: S) {}

  get(): S {
    return this.state;
  }

  patch(change: Partial<S>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }

  select<T>(selector: (state: S) => T, listener: Listener<T>): () => void {
    let current: T | undefined;
    const run = () => {
      const next = selector(this.state);
      if (next === current) return;
      const previous = current;
      current = next;
      listener(next, previous);
    };
    this.listeners.add(run);
    run();
    return () => this.listeners.delete(run);
  }
}

const home = new Store<BrokerState>({
  broker: {
    hostname: location.hostname,
    port: 9883,
    path: "/mqtt",
    tls: location.protocol === "https:",
  },
  rooms: { kitchen: 20.5, hall: 18 },
});

home.select(
  (state) => state.broker,
  ({ tls, ...address }) => {
    const client = mqtt.connect({
      ...address,
      protocol: tls ? "wss" : "ws",
      clientId: "thermolog-panel",
      keepalive: 60,
      reconnectPeriod: 4000,
      protocolVersion: 5,
    });
    client.on("connect", () => client.subscribe("home/+/temperature", { qos: 1 }));
    client.on("error", () => undefined);
    client.on("message", (topic, payload) => {
      const [, room] = topic.split("/");
      home.patch({ rooms: { ...home.get().rooms, [room]: Number(payload.toString()) } });
    });
  },
);

home.select(
  (state) => Object.keys(state.rooms).join(","),
  (rooms) => {
    fetch(`/api/history?rooms=${encodeURIComponent(rooms)}&points=1440`).catch(() => undefined);
  },
);
