// Laravel Echo with the reverb broadcaster on a local host.
import Echo from "laravel-echo";
import Pusher from "pusher-js";

window.Pusher = Pusher;
const echo = new Echo({
  broadcaster: "reverb",
  key: "app-key",
  wsHost: "localhost",
  wsPort: 8080,
  wssPort: 8080,
  forceTLS: false,
  enabledTransports: ["ws", "wss"],
});
echo.channel("orders").listen("Shipped", () => {});
