// Chat of a chain of barber shops: configuration in layers (defaults, brand, flags) folded by a deep merge, the path of
// a feature flag chooses between an edge and a direct endpoint, Centrifuge gets a list of transports made from it.
import { Centrifuge } from "centrifuge";
import { resolveConfig } from "./config.js";
import { Flags } from "./flags.js";

const flags = new Flags({ "chat.edge": false, "chat.receipts": true }, "shop-118");
const config = resolveConfig("classic-cuts");

function transportsFor({ endpoints, schemes }) {
  const endpoint = flags.on("chat.edge") ? endpoints.edge : endpoints.direct;
  const secure = location.protocol === "https:";
  const authority = location.hostname.concat(endpoint.port ? `:${endpoint.port}` : "");
  return [
    { transport: "websocket", endpoint: `${schemes.ws[+secure]}://${authority}${endpoint.path}/websocket` },
    { transport: "sse", endpoint: `${schemes.http[+secure]}://${authority}${endpoint.path}/sse` },
  ];
}

class ChatRoom {
  constructor(client, shop) {
    this.messages = [];
    this.subscription = client.newSubscription(`chat:${shop}`);
    this.subscription.on("publication", ({ data }) => this.receive(data));
  }

  receive(message) {
    this.messages = [...this.messages, message].slice(-config.chat.history);
    if (flags.on("chat.receipts")) this.subscription.publish({ seen: message.id }).catch(() => {});
  }

  enter() {
    this.subscription.subscribe();
    return this;
  }
}

const client = new Centrifuge(transportsFor(config.realtime), {
  name: "barber-chat",
  maxReconnectDelay: config.realtime.maxDelay,
});
client.on("error", () => {});

window.chatRoom = new ChatRoom(client, "shop-118").enter();
client.connect();
