// Centrifuge with an ordered list of transports: the WebSocket endpoint is the page's own, its SSE and HTTP-stream
// fallbacks come from a class with static tables and go to the relay's port.
import { Centrifuge, type TransportEndpoint } from "centrifuge";
import axios from "axios";

type Kind = "websocket" | "sse" | "http_stream";

class Routes {
  static readonly relay = { sse: 8077, http_stream: 8077 } as Partial<Record<Kind, number>>;
  static readonly paths: Record<Kind, string> = {
    websocket: "/connection/websocket",
    sse: "/connection/sse",
    http_stream: "/connection/http_stream",
  };

  constructor(private readonly page: Location = window.location) {}

  private scheme(kind: Kind): string {
    const family = kind === "websocket" ? "ws" : "http";
    return this.page.protocol === "https:" ? `${family}s` : family;
  }

  private authority(kind: Kind): string {
    const port = Routes.relay[kind];
    return port === undefined ? this.page.host : `${this.page.hostname}:${port}`;
  }

  endpoint(kind: Kind): TransportEndpoint {
    return { transport: kind, endpoint: `${this.scheme(kind)}://${this.authority(kind)}${Routes.paths[kind]}` };
  }
}

class Blotter {
  private readonly trades = new Map<string, { side: string; quantity: number }>();
  private readonly http = axios.create({ baseURL: "/blotter/v4" });

  constructor(private readonly centrifuge: Centrifuge, private readonly host: Element) {}

  async open(desk: string): Promise<void> {
    const subscription = this.centrifuge.newSubscription(`trades:${desk}`);
    subscription.on("publication", ({ data }) => {
      this.trades.set(data.id, data);
      this.draw();
    });
    subscription.subscribe();
    this.centrifuge.connect();
    const { data } = await this.http.get(`/desks/${desk}/trades`, { params: { limit: 8192 } });
    for (const trade of data) this.trades.set(trade.id, trade);
    this.draw();
  }

  private draw(): void {
    this.host.textContent = [...this.trades].map(([id, t]) => `${id} ${t.side} ${t.quantity}`).join("\n");
  }
}

const routes = new Routes();
const order: Kind[] = ["websocket", "sse"];
const centrifuge = new Centrifuge(order.map((kind) => routes.endpoint(kind)), { emulationEndpoint: "/emulation", minReconnectDelay: 100 });
new Blotter(centrifuge, document.getElementById("root") ?? document.body).open("fx-emea").catch(() => undefined);
