// A Vue component that connects when it is set up, with a port from its props' default.
// bundlers: vite vite-es2015 vite-rolldown
import { createApp } from "vue";
import Status from "./Status.vue";

createApp(Status, { path: "/vue" }).mount("#root");
