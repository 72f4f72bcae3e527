export const PORTS = { main: 9000, chat: 9001 };

export function socketFor(path, port = PORTS.main) {
  return new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.hostname}:${port}${path}`);
}
