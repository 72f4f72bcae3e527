// Agents' pane in Vue single-file components with a Pinia-like store: Socket.IO goes to a namespace of the page's own
// origin; the store's default preferences and the locale texts have port-like numbers and localhost URLs.
// bundlers: vite vite-es2015 vite-rolldown
// keep: a namespace of the page's own origin
import { createApp } from "vue";
import Pane from "./Pane.vue";

createApp(Pane, { queue: "tier-1" }).mount("#root");
