// A flags client whose development addresses (localhost, fixed ports) are behind a stage that the build decides; in
// production all goes to the page's own origin. Flags that come by the stream name ports, which only are shown.
// env: APP_STAGE=production
// keep: production uses the page's origin alone
import { FlagClient } from "./flag-client";
import { stage } from "./stage";

const flags = new FlagClient(stage, {
  "checkout.express": true,
  "gateway.port": 8080,
  "debug.endpoint": "http://localhost:9229/json",
});

flags.subscribe("checkout.express", (on) => document.body.classList.toggle("express", Boolean(on)));
flags.subscribe("gateway.port", (port) => document.body.setAttribute("data-gateway-port", String(port)));
flags.subscribe("debug.endpoint", (url) => document.body.setAttribute("data-debug", String(url)));
void flags.start();
