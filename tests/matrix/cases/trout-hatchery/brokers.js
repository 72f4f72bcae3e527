import SockJS from "sockjs-client";
import { lazy } from "./lazy.js";

const { protocol, hostname, host } = window.location;

export const pondBroker = {
  gateway: 15674,
  open() {
    return new SockJS(this.base + "/stomp", null, { transports: ["websocket"], timeout: 4000 });
  },
};
lazy(pondBroker, "base", function base() {
  return `${protocol}//${hostname}:${this.gateway}`;
});

export const officeBroker = {};
lazy(officeBroker, "url", () => `${protocol.replace("http", "ws")}//${host}/office/stomp`);
