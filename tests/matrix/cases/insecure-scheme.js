// A fixed ws:// to the page's own host and port: right on http, mixed content on https.
const socket = new WebSocket("ws://" + window.location.host + "/plain");
socket.onclose = () => {};
