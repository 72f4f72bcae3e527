// Lock-keeper's console with reconnecting-websocket and reconnect logic of its own: the url provider rotates over paths of
// the page's own host (location.host) and the keep-alive constants look like ports.
// keep: paths of the page's own host
import ReconnectingWebSocket from "reconnecting-websocket";

enum Close {
  Normal = 1000,
  Restart = 1012,
  TokenExpired = 4401,
}

const TIMING = { port: 9000, starboard: 9001, pingMs: 5000, staleMs: 8443 };
const PATHS = ["/gates/primary", "/gates/secondary"] as const;

function* rotation<T>(items: readonly T[]): Generator<T, never> {
  for (let index = 0; ; index = (index + 1) % items.length) yield items[index];
}

const paths = rotation(PATHS);

function nextUrl(): string {
  const url = new URL(paths.next().value, window.location.href);
  url.protocol = url.protocol.replace("http", "ws");
  url.search = "";
  return url.toString();
}

const socket = new ReconnectingWebSocket(() => Promise.resolve(nextUrl()), ["gates.v1"], {
  maxRetries: 3,
  minReconnectionDelay: 500,
  maxReconnectionDelay: TIMING.pingMs,
  connectionTimeout: 4000,
});

let lastSeen = Date.now();

socket.addEventListener("message", ({ data }) => {
  lastSeen = Date.now();
  const { gate, side, angle } = JSON.parse(data);
  const limit = side === "port" ? TIMING.port : TIMING.starboard;
  document.body.setAttribute(`data-gate-${gate}`, `${angle}/${limit}`);
});

socket.addEventListener("close", ({ code }) => {
  if (code === Close.TokenExpired) window.dispatchEvent(new CustomEvent("session:expired"));
  if (code === Close.Normal) document.body.removeAttribute("data-live");
});

setInterval(() => {
  document.body.classList.toggle("stale", Date.now() - lastSeen > TIMING.staleMs);
}, TIMING.pingMs);
