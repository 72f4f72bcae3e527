// A function with early returns.
// page:
// page: window.__ws = "wss://runtime.example:7777/x"
function resolveUrl() {
  if (window.__ws) return window.__ws;
  if (location.protocol === "https:") return "wss://" + location.hostname + ":9443/r";
  return "ws://" + location.hostname + ":9000/r";
}

const socket = new WebSocket(resolveUrl());
