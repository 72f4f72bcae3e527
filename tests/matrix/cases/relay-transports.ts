// Relay client in TypeScript: constructors are values of a registry (WebSocket, EventSource, a long poller); a routine tries
// them in order with one endpoint description each. Only the poller's description has a port of its own.
interface Handlers {
  message(text: string): void;
  failed(kind: string): void;
}

interface Closable {
  close(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: Event) => void) | null;
}

type Constructor = new (url: string) => Closable;

class LongPoll implements Closable {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  private stopped = false;

  constructor(private readonly url: string) {
    this.again();
  }

  close(): void {
    this.stopped = true;
  }

  private again(): void {
    const request = new XMLHttpRequest();
    request.open("GET", this.url);
    request.onload = () => {
      this.onmessage?.(new MessageEvent("message", { data: request.responseText }));
      if (!this.stopped) this.again();
    };
    request.onerror = () => this.onerror?.(new Event("error"));
    request.send();
  }
}

const REGISTRY = new Map<string, Constructor>([
  ["socket", WebSocket as unknown as Constructor],
  ["stream", EventSource as unknown as Constructor],
  ["poll", LongPoll],
]);

interface Endpoint {
  kind: string;
  family: "ws" | "http";
  path: string;
  port?: number;
}

const ENDPOINTS: Endpoint[] = [
  { kind: "socket", family: "ws", path: "/relay/socket" },
  { kind: "stream", family: "http", path: "/relay/stream" },
  { kind: "poll", family: "http", path: "/relay/poll", port: 8285 },
];

function absolute({ family, path, port }: Endpoint): string {
  const { protocol, hostname, host } = window.location;
  const scheme = protocol === "https:" ? `${family}s` : family;
  return `${scheme}://${port === undefined ? host : `${hostname}:${port}`}${path}`;
}

function connect(endpoints: Endpoint[], handlers: Handlers): void {
  const [first, ...rest] = endpoints;
  if (!first) return;
  const Transport = REGISTRY.get(first.kind);
  if (!Transport) return connect(rest, handlers);
  const transport = new Transport(absolute(first));
  transport.onmessage = ({ data }) => handlers.message(String(data));
  transport.onerror = () => {
    transport.close();
    handlers.failed(first.kind);
    connect(rest, handlers);
  };
}

connect(ENDPOINTS, {
  message: (text) => document.body.append(text),
  failed: (kind) => document.body.classList.add(`no-${kind}`),
});
