// Pattern designer with plugins: app.use(plugin, options); each plugin gets the app and its merged options, and hooks run in
// order. The plotter plugin opens a Sockette to a fixed port of its own default options, cloud sync one to a public host.
import { createStudio } from "./studio.js";
import plotter from "./plugins/plotter.js";
import cloudSync from "./plugins/cloud-sync.js";
import shortcuts from "./plugins/shortcuts.js";

createStudio({ title: "Quilt", grid: 60 })
  .use(shortcuts)
  .use(plotter, { bedWidth: 610, dpi: 300 })
  .use(cloudSync, { port: 8443, workspace: "guild-42" })
  .mount(document.getElementById("root"));
