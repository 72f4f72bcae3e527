// An address in a meta tag of the page, with a default.
const meta = document.querySelector('meta[name="ws-url"]');
const url = meta?.content ?? `ws://${location.hostname}:9000/meta`;
new WebSocket(url);
