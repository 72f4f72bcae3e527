// Staff roster in Vue: a plugin installs the socket service with app.use(plugin, options); the options' port is a default
// of the plugin, components inject the service and open channels by name.
import { createApp } from "vue";
import { realtime } from "./realtime.js";
import { Roster } from "./Roster.js";

createApp(Roster, { week: 27 })
  .use(realtime, { path: "/roster-ws", heartbeat: 30000 })
  .mount("#root");
