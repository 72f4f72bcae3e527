// Placeholders in a URL pattern, filled by a replace callback and by plain replaces.
const values = { host: window.location.hostname, port: 9000, channel: "news" };
const url = "ws://{host}:{port}/{channel}".replace(/\{(\w+)\}/g, (_, key) => values[key]);
new WebSocket(url);

const second = "ws://HOST:9001/plain".replace("HOST", location.hostname);
new WebSocket(second);
