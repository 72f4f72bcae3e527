// A dashboard of plugins: a registry with hooks; the battery plugin talks to an agent on the visitor's machine, the feed to the site.
import { Registry } from "./registry.js";
import clock from "./plugins/clock.js";
import battery from "./plugins/battery.js";
import feed from "./plugins/feed.js";

const registry = new Registry({ locale: "en", theme: "dark" });

registry.use(clock, { interval: 9000 });
registry.use(battery, { agent: { port: 4711 } });
registry.use(feed);

registry.hooks.layout.tap("main", (panels) => panels.sort((a, b) => a.order - b.order));

registry.boot(document.body).then((count) => {
  document.title = `${count} panels`;
});
