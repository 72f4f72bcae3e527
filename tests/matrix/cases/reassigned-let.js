// A let that is written in branches; only the last write counts where it is used.
let url = "ws://localhost:1234/first";
if (window.location.protocol === "https:") {
  url = "wss://" + window.location.hostname + ":9443/tls";
} else {
  url = "ws://" + window.location.hostname + ":9000/plain";
}
new WebSocket(url);
url = "/unused";
