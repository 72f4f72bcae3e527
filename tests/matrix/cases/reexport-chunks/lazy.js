import * as gateway from "./gateway.js";
import settings from "./constants.js";

export function start() {
  const url = "ws://" + gateway.host() + ":" + gateway.GATEWAY_PORT + "/lazy?timeout=" + settings.timeout;
  return new WebSocket(url);
}
