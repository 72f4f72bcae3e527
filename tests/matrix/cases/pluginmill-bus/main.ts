// Device dashboard with a plugin registry: the address is what a waterfall hook makes of a seed, plugin by plugin (scheme,
// then port of the edge collector, then path); the uplink plugin connects in its ready hook.
import { Kernel } from "./kernel";
import { edgeCollector, pagePlugin, uplink } from "./plugins";

const kernel = new Kernel({ dashboard: "line-4", refreshMs: 5500 });

kernel.register(pagePlugin).register(edgeCollector).register(uplink);
kernel.boot().then((ready) => document.body.setAttribute("data-plugins", ready.join(",")));
