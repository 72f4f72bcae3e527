// new URL(page) changed by its setters.
const url = new URL("/socket", window.location.href);
url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
url.port = "9000";
url.searchParams.set("v", "2");
new WebSocket(url.toString());

const other = new URL(window.location.origin);
other.port = 8081;
other.pathname = "/events";
new EventSource(other.href);
