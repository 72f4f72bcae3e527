// A lookup table by a run-time key, with a fallback.
// page: window.REGION = "eu"
// page: window.REGION = "dev"
// page: window.REGION = "none"
const TABLE = {
  eu: "wss://eu.vendor.example/ws",
  us: "wss://us.vendor.example/ws",
  dev: "ws://127.0.0.1:9000/ws",
};

const url = TABLE[window.REGION] || `ws://${location.hostname}:9001/ws`;
new WebSocket(url);
