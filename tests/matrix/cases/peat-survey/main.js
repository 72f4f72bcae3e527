// Vue 3 without templates: the root provides reactive settings, a composable injects them, computes the URL and opens its
// socket in a watchEffect. A second composable uses the page's own host.
import { createApp, h, provide, reactive } from "vue";
import { SETTINGS } from "./keys.js";
import { MoisturePanel } from "./MoisturePanel.js";
import { CrewPanel } from "./CrewPanel.js";

const App = {
  name: "PeatSurvey",
  setup() {
    const settings = reactive({ host: window.location.hostname, logger: { port: 8790, path: "/logger" }, unit: "%", pageSize: 500 });
    provide(SETTINGS, settings);
    return () => h("main", [h(MoisturePanel, { plot: "bog-9", depth: 40 }), h(CrewPanel)]);
  },
};

createApp(App).mount("#root");
