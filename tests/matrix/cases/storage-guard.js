// A development switch in local storage.
// page: localStorage.dev = "dev"
// page: localStorage.dev = ""
const url = localStorage.dev === "dev" ? "ws://127.0.0.1:8787/dev" : "wss://api.vendor.example/live";
new WebSocket(url);
