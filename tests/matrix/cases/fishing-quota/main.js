// Catch reports of fishing boats: one function is given both the address of the chart relay (a fixed port) and that of the
// authority, which only the run-time configuration knows; both are used by the same two calls in it.
// page: __matrix.answers["/quota/config.json"] = { authority: "wss://quota.runtime.example:7777/reports" };
import { bridge } from "./bridge.js";
import { readConfig } from "./read-config.js";

const root = document.getElementById("root");
const scheme = window.location.protocol === "https:" ? "wss" : "ws";

readConfig("/quota/config.json").then(({ authority }) => {
  const relay = `${scheme}://${window.location.hostname}:${10110}/charts`;
  const stop = bridge(relay, authority, (report) => {
    root.textContent = `${report.boat}: ${report.kilograms} kg`;
  });
  window.addEventListener("pagehide", stop);
});
