// keep: a dashboard with live channels: its address is made from the app's own URL; data sources have ports of their own.
import { Centrifuge, Subscription } from "centrifuge";

interface BootData {
  appSubUrl: string;
  namespace: string;
  settings: { buildInfo: string; datasources: Record<string, DataSource> };
}

interface DataSource {
  type: "prom" | "sql" | "loki";
  url: string;
  access: "proxy" | "direct";
}

const boot: BootData = {
  appSubUrl: "",
  namespace: "org-1",
  settings: {
    buildInfo: "10.3.0 (3000)",
    datasources: {
      metrics: { type: "prom", url: "http://localhost:9090", access: "proxy" },
      logs: { type: "loki", url: "http://localhost:3100", access: "proxy" },
      orders: { type: "sql", url: "localhost:5432", access: "proxy" },
    },
  },
};

interface LiveChannelAddress {
  scope: "ds" | "plugin" | "stream";
  namespace: string;
  path: string;
}

const toId = ({ scope, namespace, path }: LiveChannelAddress) => `1/${scope}/${namespace}/${path}`;

class LiveService {
  private readonly centrifuge: Centrifuge;
  private readonly open = new Map<string, Subscription>();

  constructor(private readonly deps: { appUrl: string; orgId: number; sessionId: string }) {
    this.centrifuge = new Centrifuge(`${this.deps.appUrl}/api/live/ws`, {
      timeout: 30000,
      minReconnectDelay: 3000,
      data: { sessionId: deps.sessionId, orgId: deps.orgId },
    });
    this.centrifuge.on("connected", () => document.body.classList.add("live"));
    this.centrifuge.connect();
  }

  getStream(address: LiveChannelAddress, next: (frame: unknown) => void): () => void {
    const id = toId(address);
    let subscription = this.open.get(id);
    if (!subscription) {
      subscription = this.centrifuge.newSubscription(id);
      this.open.set(id, subscription);
      subscription.subscribe();
    }
    const listener = (ctx: { data: unknown }) => next(ctx.data);
    subscription.on("publication", listener);
    return () => subscription!.off("publication", listener);
  }
}

const live = new LiveService({
  appUrl: `${window.location.origin}${boot.appSubUrl}`.replace(/^http/, "ws"),
  orgId: 1,
  sessionId: "s-3000",
});

for (const [uid, ds] of Object.entries(boot.settings.datasources)) {
  const row = document.createElement("p");
  row.textContent = `${uid}: ${ds.type} at ${ds.url} (${ds.access})`;
  document.body.append(row);
  if (ds.type === "prom") {
    live.getStream({ scope: "ds", namespace: uid, path: "tail" }, (frame) => (row.title = JSON.stringify(frame)));
    fetch(`/api/datasources/proxy/uid/${uid}/api/v1/query?query=up`).catch(() => undefined);
  }
}
