import Echo from "laravel-echo";
import Pusher from "pusher-js";

export function makeEcho(config) {
  const name = config.get("broadcasting.default");
  const connection = config.section(`broadcasting.connections.${name}`);
  const port = connection("options.port", 443);

  return new Echo({
    broadcaster: "pusher",
    Pusher,
    key: connection("key"),
    cluster: connection("options.cluster", ""),
    wsHost: window.location.hostname,
    wsPort: port,
    wssPort: port,
    forceTLS: connection("options.tls") || window.location.protocol === "https:",
    enabledTransports: connection("options.transports"),
    disableStats: true,
  });
}
