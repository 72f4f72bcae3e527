// keep: a wall of rates from public venues on ports of their own; adapters per venue, a local recorder that is only named.
interface Venue {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

interface Tick {
  venue: string;
  pair: string;
  price: number;
}

abstract class Adapter {
  protected socket?: WebSocket;
  constructor(protected readonly venue: Venue, protected readonly pairs: readonly string[]) {}

  get url(): string {
    const url = new URL(`wss://${this.venue.host}`);
    url.port = `${this.venue.port}`;
    url.pathname = this.venue.path;
    return url.href;
  }

  start(emit: (tick: Tick) => void): void {
    this.socket = new WebSocket(this.url);
    this.socket.onopen = () => this.socket!.send(JSON.stringify(this.subscription()));
    this.socket.onmessage = (e) => {
      const tick = this.parse(JSON.parse(e.data));
      if (tick) emit({ venue: this.venue.id, ...tick });
    };
  }

  protected abstract subscription(): unknown;
  protected abstract parse(message: any): Omit<Tick, "venue"> | undefined;
}

class NorthAdapter extends Adapter {
  protected subscription() {
    return { method: "SUBSCRIBE", params: this.pairs.map((p) => `${p.toLowerCase()}@ticker`), id: 9443 };
  }
  protected parse(m: any) {
    return m.s ? { pair: m.s, price: +m.c } : undefined;
  }
}

class SouthAdapter extends Adapter {
  protected subscription() {
    return { op: "subscribe", args: this.pairs.map((instId) => ({ channel: "tickers", instId })) };
  }
  protected parse(m: any) {
    const [row] = m.data ?? [];
    return row && { pair: row.instId, price: Number(row.last) };
  }
}

const venues: Record<string, Venue> = {
  north: { id: "north", host: "stream.north.example", port: 9443, path: "/ws" },
  south: { id: "south", host: "ws.south.example", port: 8443, path: "/public/v5" },
};

// Where the recorder of the back office listens; shown to operators, never called from the page.
const recorder: Venue = { id: "recorder", host: window.location.hostname, port: 7900, path: "/record" };

const prices = new Map<string, Tick>();
const footer = document.body.appendChild(document.createElement("footer"));
footer.textContent = `Recorded at ${recorder.host}:${recorder.port}${recorder.path} (ws://127.0.0.1:7901 on the console)`;

const adapters = [new NorthAdapter(venues.north, ["EURUSD"]), new SouthAdapter(venues.south, ["EUR-USD"])];
for (const adapter of adapters) {
  adapter.start((tick) => {
    prices.set(`${tick.venue}/${tick.pair}`, tick);
    document.title = `${tick.pair} ${tick.price}`;
  });
}
