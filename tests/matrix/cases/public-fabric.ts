// Textile exchange in TypeScript: an abstract factory makes clients of public services that listen on unusual ports (MQTT,
// price stream, quotes); each port belongs to a public host, none to the page.
// keep: public hosts with fixed ports in wss/https
import mqtt from "mqtt";
import { Socket } from "phoenix";

interface Market {
  readonly name: string;
  open(): void;
}

abstract class PublicMarket implements Market {
  protected abstract readonly domain: string;
  protected abstract readonly port: number;

  constructor(readonly name: string) {}

  protected get authority(): string {
    return `${this.name}.${this.domain}:${this.port}`;
  }

  abstract open(): void;
}

class CottonMarket extends PublicMarket {
  protected readonly domain = "cottonwire.example";
  protected readonly port = 8084;

  open(): void {
    const client = mqtt.connect(`wss://${this.authority}/mqtt`, { reconnectPeriod: 0, connectTimeout: 9000 });
    client.on("connect", () => client.subscribe("futures/#"));
    client.on("message", (topic, payload) => record(topic, payload.toString()));
    client.on("error", () => client.end(true));
  }
}

class SilkMarket extends PublicMarket {
  protected readonly domain = "silkroad.example";
  protected readonly port = 4443;

  open(): void {
    const socket = new Socket(`wss://${this.authority}/live`, { reconnectAfterMs: () => 60000 });
    socket.connect();
    const channel = socket.channel("spot:raw");
    channel.on("price", ({ cents }: { cents: number }) => record("silk", (cents / 100).toFixed(2)));
    channel.join();
  }
}

class WoolMarket extends PublicMarket {
  protected readonly domain = "woolquote.example";
  protected readonly port = 9443;

  async open(): Promise<void> {
    try {
      const response = await fetch(`https://${this.authority}/v1/quotes?per=kg`);
      record("wool", await response.text());
    } catch {
      record("wool", "n/a");
    }
  }
}

const quotes = new Map<string, string>();

function record(fibre: string, text: string): void {
  quotes.set(fibre, text);
  document.title = [...quotes].map(([name, value]) => `${name} ${value}`).join(" · ");
}

const markets: Market[] = [new CottonMarket("broker"), new SilkMarket("stream"), new WoolMarket("api")];
markets.forEach((market) => market.open());
