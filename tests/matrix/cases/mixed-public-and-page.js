// One call carries a URL to keep and one to change, by the page's configuration.
// page: window.CLOUD = true
// page: window.CLOUD = false
function base() {
  return window.CLOUD ? "wss://cloud.vendor.example:9000" : `ws://${location.hostname}:9000`;
}

new WebSocket(base() + "/mixed?v=1");
