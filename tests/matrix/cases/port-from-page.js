// keep: the port is the page's own, in several spellings, with a scheme default.
const port = location.port || (location.protocol === "https:" ? "443" : "80");
const secure = location.protocol === "https:";
new WebSocket(`${secure ? "wss" : "ws"}://${location.hostname}:${port}/own`);
const { hostname, port: own, protocol } = window.location;
new WebSocket([protocol === "https:" ? "wss:" : "ws:", "", own ? `${hostname}:${own}` : hostname, "own2"].join("/"));
