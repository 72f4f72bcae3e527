// Pumps of a water works: window.X || number in one module, default export as an object, named exports again elsewhere;
// the operator's own value wins in a second state of the page.
// page:
// page: window.WATER_CONFIG = { telemetryPort: 7777 };
import config, { describe } from "./config.js";
import { TelemetryClient } from "./telemetry.js";

const root = document.getElementById("root");
root.title = describe();

const client = new TelemetryClient(config.telemetry);
client.subscribe("pump/1", ({ bar }) => {
  root.textContent = `${bar.toFixed(1)} bar`;
});

const audit = new TelemetryClient(config.audit);
audit.subscribe("login", ({ user }) => {
  root.dataset.user = user;
});
