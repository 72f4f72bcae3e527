// Trail conditions on a council's page: widgets are made from markup in a template string; each reads its address from data
// attributes of its element (host of the page, port and path by attribute), as old embed codes did.
import { MARKUP } from "./markup.js";
import { widgets } from "./widgets.js";

const root = document.getElementById("root");
root.innerHTML = MARKUP;

Array.prototype.forEach.call(root.querySelectorAll("[data-widget]"), (element) => {
  const start = widgets[element.dataset.widget];
  if (start) start(element);
});
