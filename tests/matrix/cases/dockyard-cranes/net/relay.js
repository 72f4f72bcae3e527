import { RELAY } from "./ports.js";

export default function relay() {
  const { protocol, hostname } = window.location;
  return protocol + "//" + hostname + ":" + RELAY + "/stomp";
}
