import type { TransportEndpoint } from "centrifuge";

type Kind = "websocket" | "sse";

const SSE_PORT = 8118;

const endpoint: Record<Kind, (location: Location) => string> = {
  websocket: ({ protocol, host }) => `${protocol === "https:" ? "wss" : "ws"}://${host}/connection/websocket`,
  sse({ protocol, hostname }) {
    return `${protocol}//${hostname}:${SSE_PORT}/connection/sse`;
  },
};

export function transports(kinds: Kind[]): TransportEndpoint[] {
  return kinds.map((transport) => ({ transport, endpoint: endpoint[transport](window.location) }));
}
