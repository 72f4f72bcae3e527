// A turnstile desk which runs in browsers and in Electron: Electron by user agent; its preload script may give the port of the
// pass printer's agent (run-time configuration), else the agent's usual port on localhost. Browsers use the page's origin.
// page:
// page: Object.defineProperty(navigator, "userAgent", { get: () => "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Electron/28.1.0 Safari/537.36" });
// page: Object.defineProperty(navigator, "userAgent", { get: () => "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Electron/28.1.0 Safari/537.36" }); window.desk = { agentPort: 7777 };
import { isElectron, preload } from "./environment.js";
import { printer } from "./printer.js";
import { passes } from "./passes.js";

const desk = printer(isElectron(), preload());
desk.status().catch(() => {
  document.getElementById("root").textContent = "No printer";
});
passes.watch((pass) => desk.print(pass));
