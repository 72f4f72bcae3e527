// Laravel Echo as its documentation sets it up: host, ports and scheme from the build's environment.
// env: VITE_REVERB_APP_KEY=reverb-key
// env: VITE_REVERB_HOST=localhost
// env: VITE_REVERB_PORT=8080
// env: VITE_REVERB_SCHEME=http
// bundlers: vite vite-es2015 vite-rolldown rollup-terser rollup-umd rollup-system rollup-es5 esbuild esbuild-plain webpack webpack-es5 rspack rspack-es5
import Echo from "laravel-echo";
import Pusher from "pusher-js";

window.Pusher = Pusher;
window.Echo = new Echo({
  broadcaster: "reverb",
  key: import.meta.env.VITE_REVERB_APP_KEY,
  wsHost: import.meta.env.VITE_REVERB_HOST,
  wsPort: import.meta.env.VITE_REVERB_PORT ?? 80,
  wssPort: import.meta.env.VITE_REVERB_PORT ?? 443,
  forceTLS: (import.meta.env.VITE_REVERB_SCHEME ?? "https") === "https",
  enabledTransports: ["ws", "wss"],
});
