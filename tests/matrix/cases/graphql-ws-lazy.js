// graphql-ws: a lazy client, its URL an async function, opened by the first subscription.
import { createClient } from "graphql-ws";

const wsProtocol = window.location.protocol === "https:" ? "wss:" : "ws:";

const client = createClient({
  url: async () => {
    const token = await Promise.resolve("t");
    return `${wsProtocol}//${window.location.hostname}:4000/graphql?token=${token}`;
  },
  lazy: true,
  retryAttempts: 0,
  connectionParams: () => ({ authorization: "Bearer t" }),
});

client.subscribe({ query: "subscription { changed }" }, { next() {}, error() {}, complete() {} });
