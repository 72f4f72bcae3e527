// A port from the page's own query, with a default in the bundle.
const port = new URLSearchParams(window.location.search).get("port") || "9000";
new WebSocket(`ws://${location.hostname}:${port}/query`);
