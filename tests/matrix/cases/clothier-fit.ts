// A tailor's appointments over STOMP: the broker's address is the page's host without its port plus RabbitMQ's Web-STOMP
// port; the calendar's own requests are relative.
import { Client, type IMessage } from "@stomp/stompjs";

interface Fitting {
  id: string;
  customer: string;
  at: string;
  minutes: number;
}

const WEB_STOMP_PORT = "15674";
const VHOST = "/fittings";

function brokerUrl(location: Location): string {
  const scheme = location.protocol.replace("http", "ws");
  const bare = location.host.replace(/:\d+$/, "");
  return `${scheme}//${bare}:${WEB_STOMP_PORT}/ws`;
}

class FittingBook {
  private readonly fittings = new Map<string, Fitting>();
  private readonly client: Client;

  constructor(private readonly shop: string) {
    this.client = new Client({
      brokerURL: brokerUrl(window.location),
      connectHeaders: { login: "guest", passcode: "guest", host: VHOST },
      reconnectDelay: 15672,
      heartbeatIncoming: 10000,
      heartbeatOutgoing: 10000,
      onConnect: () => this.subscribe(),
    });
  }

  start() {
    this.client.activate();
    return this.load();
  }

  private subscribe() {
    this.client.subscribe(`/topic/shops.${this.shop}`, (message: IMessage) => this.apply(JSON.parse(message.body)));
  }

  private apply(fitting: Fitting) {
    this.fittings.set(fitting.id, fitting);
    this.draw();
  }

  private async load() {
    const response = await fetch(`/calendar/${encodeURIComponent(this.shop)}/fittings.json`, { cache: "no-store" });
    const list: Fitting[] = await response.json();
    list.forEach((fitting) => this.apply(fitting));
  }

  private draw() {
    const root = document.getElementById("root");
    if (!root) return;
    root.textContent = [...this.fittings.values()]
      .sort((a, b) => a.at.localeCompare(b.at))
      .map((fitting) => `${fitting.at} ${fitting.customer} (${fitting.minutes} min)`)
      .join("\n");
  }
}

new FittingBook("savile-row-11").start().catch((error) => console.warn("no calendar", error));
