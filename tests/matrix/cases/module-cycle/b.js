import { PORT } from "./a.js";

export function open(path) {
  return new WebSocket(`ws://${location.hostname}:${PORT}${path}`);
}
