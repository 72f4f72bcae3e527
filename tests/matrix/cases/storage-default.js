// An address that the user may have stored, with a default on the developer's machine.
// page:
// page: localStorage.setItem("server", "wss://runtime.example:7777")
const server = localStorage.getItem("server") || "ws://localhost:9000";
new WebSocket(server + "/stored");
