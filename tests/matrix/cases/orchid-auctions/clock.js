import Echo from "laravel-echo";
import Pusher from "pusher-js";

const selfHosted = (wsPort) => ({
  broadcaster: "pusher",
  key: "orchid-live",
  cluster: "self",
  wsHost: window.location.hostname,
  wsPort,
  wssPort: wsPort,
  wsPath: "/soketi",
  forceTLS: window.location.protocol === "https:",
  disableStats: true,
  enabledTransports: ["ws", "wss"],
});

const strategies = {
  clock: () => selfHosted(6021),
  cloud: () => ({ broadcaster: "pusher", key: "orchid-cloud", cluster: "eu", forceTLS: true }),
  silent: () => null,
};

export function connectClock(name = "silent") {
  const options = (strategies[name] ?? strategies.silent)();
  if (!options) return { listen() {} };
  const echo = new Echo({ ...options, Pusher, client: new Pusher(options.key, options) });
  return {
    listen(hall, onTick) {
      echo.channel(`auction.${hall}`).listen(".tick", onTick).listen(".sold", onTick);
    },
  };
}
