// Several development hosts are recognised; production uses the page's own origin.
const isDev = ["localhost", "127.0.0.1"].includes(window.location.hostname);
const ws = isDev ? `ws://${window.location.hostname}:8787/ws` : `wss://${window.location.host}/ws`;
const socket = new WebSocket(ws);
socket.onmessage = (m) => console.log(m);
