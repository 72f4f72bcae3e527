// A curried builder.
const ws = (scheme) => (host) => (port) => (path) => new WebSocket(`${scheme}://${host}:${port}${path}`);
const here = ws(location.protocol === "https:" ? "wss" : "ws")(location.hostname);

here(9000)("/curried");
here(location.port || (location.protocol === "https:" ? 443 : 80))("/own");
