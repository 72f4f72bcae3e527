import { Client, IMessage } from "@stomp/stompjs";
import type { Module } from "./container";
import type { Settings } from "./settings";
import { TOKENS } from "./tokens";

export interface Quote {
  symbol: string;
  bid: number;
  ask: number;
}

export class QuoteFeed {
  private readonly pending: Array<() => void> = [];

  constructor(private readonly client: Client) {
    client.onConnect = () => this.pending.splice(0).forEach((run) => run());
    client.activate();
  }

  watch(symbol: string, onQuote: (q: Quote) => void): void {
    const run = () =>
      void this.client.subscribe(`/topic/quotes.${symbol}`, (m: IMessage) => onQuote(JSON.parse(m.body) as Quote));
    this.client.connected ? run() : this.pending.push(run);
  }
}

export const marketModule: Module = (bind) => {
  bind(TOKENS.BrokerUrl).toDynamic((c) => {
    const { broker } = c.resolve<Settings>(TOKENS.Settings);
    const { protocol, hostname } = window.location;
    return `${protocol === "https:" ? "wss" : "ws"}://${hostname}:${broker.port}/${broker.endpoint}`;
  });

  bind(TOKENS.Stomp).toDynamic((c) => {
    const { broker } = c.resolve<Settings>(TOKENS.Settings);
    return new Client({
      brokerURL: c.resolve<string>(TOKENS.BrokerUrl),
      connectHeaders: { host: broker.vhost, login: "guest", passcode: "guest" },
      heartbeatIncoming: 10000,
      heartbeatOutgoing: 10000,
      reconnectDelay: 5000,
    });
  }, "transient");

  bind(TOKENS.QuoteFeed).toDynamic((c) => new QuoteFeed(c.resolve<Client>(TOKENS.Stomp)));
};
