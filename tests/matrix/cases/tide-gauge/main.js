// A tide gauge: io.connect with an address whose host is trimmed, lowered and cut by a regular expression, its port set by
// the same function; the archive's io() is called through the same wrapper without one.
import io from "socket.io-client";
import { normalise } from "./normalise.js";

const root = document.getElementById("root");
const options = { transports: ["websocket"], reconnection: false };

const stations = [
  { name: "pier", namespace: "/pier", server: ` ${window.location.origin.toUpperCase()}/ `, port: 5100 },
  { name: "archive", namespace: "/archive", server: window.location.origin },
];

stations.forEach(({ name, namespace, server, port }) => {
  const socket = io.connect(normalise(server, port) + namespace, options);
  const node = document.createElement("p");
  root.append(node);
  socket.on("level", ({ centimetres, at = 5100 }) => {
    node.textContent = `${name}: ${centimetres} cm (${at})`;
  });
});
