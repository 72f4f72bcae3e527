// The scheme follows the page, the port does not.
const scheme = window.location.protocol === "https:" ? "wss:" : "ws:";
const socket = new WebSocket(scheme + "//" + window.location.hostname + ":8081/updates?token=abc", ["v1.app", "v2.app"]);
socket.addEventListener("message", (e) => console.log(e));
