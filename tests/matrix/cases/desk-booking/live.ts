import type { Config, Port, Path, Brand } from "./config";

interface Desk {
  id: string;
  free: boolean;
}

type WsUrl = Brand<string, "WsUrl">;

const wsUrl = (at: Pick<Location, "protocol" | "hostname">, port: Port, path: Path): WsUrl => {
  const u = new URL(`${at.protocol}//${at.hostname}`);
  u.protocol = at.protocol === "https:" ? "wss:" : "ws:";
  u.port = String(port);
  u.pathname = path;
  return u.toString() as WsUrl;
};

export function openLive({ live, floor }: Config) {
  const listeners = new Set<(desks: readonly Desk[]) => void>();
  const socket = new WebSocket(wsUrl(window.location, live.port, live.path), ["desks.v2"]);
  socket.addEventListener("open", () => {
    socket.send(JSON.stringify({ join: floor }));
    setInterval(() => socket.readyState === 1 && socket.send("ping"), live.heartbeat);
  });
  socket.addEventListener("message", (e: MessageEvent<string>) => {
    const desks = JSON.parse(e.data) as Desk[];
    listeners.forEach((fn) => fn(desks));
  });
  return { onChange: (fn: (desks: readonly Desk[]) => void) => listeners.add(fn) };
}
