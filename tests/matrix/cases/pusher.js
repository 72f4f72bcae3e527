// Pusher against a self-hosted server: host and ports in the options.
import Pusher from "pusher-js";

new Pusher("key", {
  cluster: "mt1",
  wsHost: window.location.hostname,
  wsPort: 6001,
  wssPort: 6001,
  forceTLS: false,
  enabledTransports: ["ws", "wss"],
  disableStats: true,
});
