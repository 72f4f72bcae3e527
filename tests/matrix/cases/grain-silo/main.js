// Svelte-like stores: an EventSource readable; the controller's factory address in the settings is used until somebody saves another.
// page: localStorage.clear()
// page: localStorage.setItem("silo-settings", '{"controller":"http://silo.runtime.example:7777"}')
import { settings } from "./lib/settings.js";
import { readings } from "./lib/readings.js";
import { derived } from "./lib/store.js";

const hottest = derived(readings(settings), (all) =>
  Object.entries(all).reduce((top, [cell, t]) => (t > (top?.t ?? -Infinity) ? { cell, t } : top), null),
);

const label = document.createElement("strong");
(document.body || document.documentElement).append(label);

hottest.subscribe((top) => {
  label.textContent = top ? `Hottest cell ${top.cell}: ${top.t} °C` : "No readings";
});
