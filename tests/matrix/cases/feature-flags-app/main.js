// A transport chosen by feature flags: a registry filled by modules, flags that the page may switch.
// page:
// page: window.flags = { transport: "sse" }
import { resolveTransport } from "./registry.js";
import "./transports/socket.js";
import "./transports/sse.js";
import { isEnabled, variant } from "./flags.js";

const handlers = {
  message: (data) => console.log("message", data),
  error: () => console.log("gone"),
};

if (isEnabled("live-updates")) {
  const transport = resolveTransport(variant("transport", "websocket"));
  transport.open({ channel: "orders", handlers });
}
if (isEnabled("beta-presence")) {
  resolveTransport("websocket").open({ channel: "presence", handlers });
}
