// An address taken apart with URL and put together again with a fixed port.
const { protocol, hostname } = new URL(window.location.href);
new WebSocket(`${protocol.replace("http", "ws")}//${hostname}:9000/parts`);
const u = new URL("ws://placeholder/parts2");
u.hostname = location.hostname;
u.port = String(9001);
new WebSocket(u);
