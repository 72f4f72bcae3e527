// Defaults merged deeply with what the server put into window.__CONFIG__.
// page:
// page: window.__CONFIG__ = { realtime: { port: 7777 } }
import config from "./config.js";

const { enabled, host, port, path } = config.realtime;
if (enabled) new WebSocket(`ws://${host}:${port}${path}`);
