// The connection is opened from event handlers.
const url = "ws://" + location.hostname + ":9000/listener";
window.addEventListener("load", function () {
  new WebSocket(url);
});
document.addEventListener("DOMContentLoaded", () => new EventSource(`http://${location.hostname}:9001/ready`));
