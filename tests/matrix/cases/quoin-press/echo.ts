import Echo from "laravel-echo";
import Pusher from "pusher-js";

const env = {
  key: import.meta.env.VITE_REVERB_APP_KEY,
  host: import.meta.env.VITE_REVERB_HOST,
};
const secure = window.location.protocol === "https:";

export function createEcho() {
  const port = Number(document.documentElement.dataset.reverbPort ?? 8180);
  return new Echo({
    broadcaster: "reverb",
    key: env.key,
    Pusher,
    wsHost: env.host || window.location.hostname,
    wsPort: port,
    wssPort: port,
    forceTLS: secure,
    enabledTransports: ["ws", "wss"],
    disableStats: true,
    authEndpoint: "/broadcasting/auth",
  } as any);
}
