// Returned books of a library: the connecting class is a value (a table of transports by name) and constructed in one
// place for all; the sorter's address has a port, the shelf's has none.
import ReconnectingWebSocket from "reconnecting-websocket";
import { createLink } from "./link.js";
import { Shelf } from "./shelf.js";

const transports = {
  plain: WebSocket,
  resilient: ReconnectingWebSocket,
  events: EventSource,
};

const shelf = new Shelf(document.getElementById("root"));
const links = [
  { name: "sorter", transport: "resilient", port: "7070", scheme: "ws" },
  { name: "gate", transport: "plain", scheme: "ws" },
  { name: "loans", transport: "events", scheme: "http" },
];

for (const { transport, ...rest } of links) {
  const link = createLink(transports[transport], rest);
  link.onmessage = ({ data }) => shelf.accept(rest.name, data);
}
