export { PORT as GATEWAY_PORT, hostOf as host } from "./constants.js";
import { PORT, hostOf } from "./constants.js";

export function open(path) {
  return new WebSocket(`ws://${hostOf()}:${PORT}${path}`);
}
