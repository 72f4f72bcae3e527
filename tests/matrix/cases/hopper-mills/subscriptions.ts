import { createClient, type Client } from "graphql-ws";
import { settings } from "./settings";

let client: Client | undefined;

function graph(): Client {
  return (client ??= createClient({
    url: () => {
      const scheme = window.location.protocol === "http:" ? "ws" : "wss";
      return `${scheme}://${settings.get("graphHost")}${settings.get("graphPath")}`;
    },
    lazy: true,
    retryAttempts: settings.get("retries"),
    connectionParams: { station: "mill-2", version: 4000 },
  }));
}

export function subscribe<T>(document: string, next: (value: T) => void): () => void {
  return graph().subscribe<any>(
    { query: document },
    { next: ({ data }) => data && next(data as T), error: () => {}, complete: () => {} },
  );
}
