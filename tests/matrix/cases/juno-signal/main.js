// URI templates (RFC 6570, level 2, in twenty lines): the address is a template in a route table, expanded with the page's variables.
import { routes } from "./routes.js";
import { expand } from "./template.js";

const page = {
  http: location.protocol.slice(0, -1),
  ws: location.protocol.slice(0, -1).replace("http", "ws"),
  host: location.hostname,
  user: "u-17",
};

const open = {
  socket(url) {
    const ws = new WebSocket(url, ["juno"]);
    ws.onmessage = ({ data }) => document.dispatchEvent(new CustomEvent("juno", { detail: JSON.parse(data) }));
    return ws;
  },
  request(url) {
    return fetch(url, { credentials: "same-origin" })
      .then((r) => r.json())
      .catch(() => null);
  },
};

const start = (name, variables) => {
  const { via, template } = routes[name];
  return open[via](expand(template, { ...page, ...variables }));
};

start("profile");
queueMicrotask(() => start("signals", { topic: "alerts/high" }));
