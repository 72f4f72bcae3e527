// keep: the port is computed from the page's, not fixed.
const next = Number(location.port || 80) + 1;
document.title = String(next);
new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/next");
