// Nested conditionals over scheme, host and port.
// page: window.MODE = "a"
// page: window.MODE = "b"
// page: window.MODE = "c"
const secure = location.protocol === "https:";
const authority =
  window.MODE === "a"
    ? location.hostname + (secure ? ":9443" : ":9000")
    : window.MODE === "b"
      ? location.host
      : "stream.vendor.example";
new WebSocket((secure ? "wss://" : "ws://") + authority + "/nested");
