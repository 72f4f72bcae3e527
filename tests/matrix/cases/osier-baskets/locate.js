const cache = {};
const services = { ticker: { port: 9810 }, shop: {} };

function anchor(path) {
  const element = document.createElement("a");
  element.href = path;
  return element;
}

/** The absolute address of a path, as an anchor element sees it. */
export function locate(path, { socket = false, service = "shop" } = {}) {
  const key = service + path;
  if (!cache[key]) {
    const element = anchor(path);
    const { port } = services[service];
    if (socket) element.protocol = element.protocol === "https:" ? "wss:" : "ws:";
    if (port) element.port = port;
    cache[key] = element.href;
  }
  return cache[key];
}
