// Desk booking in strict TypeScript: a schema with defaults and coercions, Result types and branded values before the socket.
// page:
// page: window.__BOOKING__ = { floor: "3", live: { port: "7777" } }
import { parseConfig } from "./config";
import { match } from "./result";
import { openLive } from "./live";

declare global {
  interface Window {
    __BOOKING__?: unknown;
  }
}

const el = document.createElement("output");
document.body.append(el);

match(parseConfig(window.__BOOKING__ ?? {}), {
  ok: (config) => {
    const live = openLive(config);
    live.onChange((desks) => {
      el.value = `${desks.filter((d) => d.free).length} desks free on floor ${config.floor}`;
    });
  },
  err: (issues) => {
    el.value = issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("\n");
  },
});
