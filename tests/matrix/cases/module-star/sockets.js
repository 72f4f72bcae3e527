import * as ports from "./ports.js";

export const FEED = ports.CHAT;
export function open(path, port) {
  return new WebSocket(`ws://${location.hostname}:${port}${path}`);
}
export const connectDefault = (path) => open(path, ports.PORT);
