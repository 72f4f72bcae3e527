// A switch on the environment's name; only some branches are faults.
// page: window.ENV = "production"
// page: window.ENV = "staging"
// page: window.ENV = ""
function address(env) {
  switch (env) {
    case "production":
      return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;
    case "staging":
      return "wss://staging.vendor.example/ws";
    default:
      return `ws://${location.hostname}:9000/ws`;
  }
}

new WebSocket(address(window.ENV));
