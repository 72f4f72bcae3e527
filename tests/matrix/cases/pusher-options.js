// Pusher's options under a name that is used elsewhere too, with TLS left to the library, and decided at run time.
// page: window.LOCAL = true
// page: window.LOCAL = false
import Pusher from "pusher-js";

const options = { cluster: "mt1", wsHost: location.hostname, wsPort: 6001, wssPort: 6011, forceTLS: false };
document.title = `port ${options.wsPort}`;
new Pusher("named", { ...options, enabledTransports: ["ws"], disableStats: true });
new Pusher("tls", { cluster: "mt1", wsHost: "localhost", wssPort: 6002, enabledTransports: ["ws", "wss"] });
new Pusher("mixed", {
  cluster: "mt1",
  wsHost: window.LOCAL ? "127.0.0.1" : "ws.vendor.example",
  wsPort: 6003,
  wssPort: 6003,
  forceTLS: false,
  enabledTransports: ["ws"],
});
