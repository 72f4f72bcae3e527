// A getInstance singleton with a static config, private constructor, subscriptions by topic and a heartbeat.
type Handler = (payload: unknown) => void;

class TradeFeed {
  private static instance: TradeFeed | null = null;
  private static readonly DEFAULT_PORT: number = 6001;
  private ws: WebSocket | null = null;
  private heartbeat?: ReturnType<typeof setInterval>;
  private readonly topics: Record<string, Handler[]> = {};

  private constructor(private readonly port: number) {}

  static getInstance(): TradeFeed {
    if (!TradeFeed.instance) {
      TradeFeed.instance = new TradeFeed(TradeFeed.DEFAULT_PORT);
    }
    return TradeFeed.instance;
  }

  private getUrl(): string {
    const loc = window.location;
    let url = "";
    if (loc.protocol === "https:") {
      url = "wss:";
    } else {
      url = "ws:";
    }
    url += "//" + loc.hostname;
    url += ":" + this.port;
    url += "/feed";
    return url;
  }

  private ensure(): WebSocket {
    if (this.ws === null || this.ws.readyState > WebSocket.OPEN) {
      this.ws = new WebSocket(this.getUrl(), "trade-v2");
      this.ws.onmessage = (event: MessageEvent<string>) => this.dispatch(JSON.parse(event.data));
      this.heartbeat = setInterval(() => this.ws?.readyState === WebSocket.OPEN && this.ws.send("ping"), 30000);
    }
    return this.ws;
  }

  subscribe(topic: string, handler: Handler): () => void {
    (this.topics[topic] ||= []).push(handler);
    const ws = this.ensure();
    ws.addEventListener("open", () => ws.send(JSON.stringify({ op: "subscribe", topic })));
    return () => clearInterval(this.heartbeat);
  }

  private dispatch({ topic, payload }: { topic: string; payload: unknown }): void {
    this.topics[topic]?.forEach((handler) => handler(payload));
  }
}

TradeFeed.getInstance().subscribe("EURUSD", (quote) => console.log(quote));
TradeFeed.getInstance().subscribe("GBPUSD", (quote) => console.log(quote));
