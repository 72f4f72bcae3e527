// A Vue-style plugin that makes the socket with options and a default port, installed by the app.
// page: window.site_name = "site.example"
import { createSocketPlugin } from "./plugin.js";

const app = {
  config: { globalProperties: {} },
  use(plugin, options) {
    plugin.install(this, options);
    return this;
  },
};

app.use(createSocketPlugin, { socketio: { port: 9001 } });
