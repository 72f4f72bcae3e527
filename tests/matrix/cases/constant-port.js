// The simplest fault: a numeric constant in a template, native WebSocket.
const PORT = 9000;

const ws = new WebSocket(`ws://${window.location.hostname}:${PORT}/live`);
ws.onmessage = (event) => console.log(event.data);
