// Stage lighting in Vue single-file components: the root provides a connection settings object by an injection key, the
// composable of a nested component injects it and opens Socket.IO with host and port options (port 3041).
// bundlers: vite vite-es2015 vite-rolldown
import { createApp } from "vue";
import App from "./App.vue";
import { ConnectionKey } from "./composables/connection";

const app = createApp(App);
app.provide(ConnectionKey, { port: 3041, namespace: "/cues", fps: 44, universes: 4 });
app.mount("#root");
