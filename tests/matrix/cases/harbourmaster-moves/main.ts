// STOMP over SockJS in plain TypeScript: the page's origin with its port cut off by a regular expression and the relay's
// appended; a second client keeps the page's origin.
import "./polyfills";
import { Client, type IMessage } from "@stomp/stompjs";
import SockJS from "sockjs-client";
import { EventHub } from "./hub";
import { MovesView } from "./view";

const RELAY_PORT = 15674;

abstract class Channel {
  protected readonly client: Client;

  protected constructor(protected readonly hub: EventHub, protected readonly topic: string) {
    this.client = new Client({
      webSocketFactory: () => new SockJS(this.address(), null, { transports: ["websocket"] }) as unknown as WebSocket,
      reconnectDelay: 0,
      heartbeatIncoming: 20000,
      heartbeatOutgoing: 20000,
    });
    this.client.onConnect = () => {
      this.client.subscribe(`/topic/${this.topic}`, (message) => this.receive(message));
    };
  }

  protected abstract address(): string;

  private receive(message: IMessage): void {
    this.hub.emit(this.topic, JSON.parse(message.body));
  }

  open(): void {
    this.client.activate();
  }
}

class BerthChannel extends Channel {
  constructor(hub: EventHub) {
    super(hub, "berths");
  }

  protected address(): string {
    return `${window.location.origin}/ws/berths`;
  }
}

class MoveChannel extends Channel {
  constructor(hub: EventHub) {
    super(hub, "moves");
  }

  protected address(): string {
    const bare = window.location.origin.replace(/:\d+$/, "");
    return `${bare}:${RELAY_PORT}/stomp`;
  }
}

const hub = new EventHub();
new MovesView(hub, document.getElementById("root") ?? document.body).attach();
for (const channel of [new BerthChannel(hub), new MoveChannel(hub)]) channel.open();
