// new URL(relative, base) where the base carries the port.
const base = `http://${location.hostname}:9000`;
new WebSocket(new URL("/live/1?x=2", base.replace("http", "ws")).href);
new EventSource(new URL("events", base + "/api/"));
