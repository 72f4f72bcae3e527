// Vue without single-file components: a render-function app whose composable useEcho creates Laravel Echo (Reverb) once,
// from options given to configureEcho; the port is a build-time variable cast to a number with a fallback.
// env: VITE_REVERB_APP_KEY=queueflow
// env: VITE_REVERB_PORT=8085
import { createApp, defineComponent, h } from "vue";
import { configureEcho, useChannel } from "./echo";

configureEcho({
  broadcaster: "reverb",
  key: import.meta.env.VITE_REVERB_APP_KEY,
  wsPort: Number(import.meta.env.VITE_REVERB_PORT ?? 80),
  wssPort: Number(import.meta.env.VITE_REVERB_PORT ?? 443),
});

const Board = defineComponent({
  setup() {
    const { last, count } = useChannel<{ number: string; desk: number }>("queue.front-hall", ".ticket.called");
    return () => h("p", { class: "board" }, last.value ? `${last.value.number} → ${last.value.desk}` : `${count.value}`);
  },
});

createApp(Board).mount("#root");
