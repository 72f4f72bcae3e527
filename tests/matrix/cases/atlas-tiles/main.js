// keep: public tile servers with ports, ports of an unused table, sockets on the page's own origin.
// An atlas: tiles of public servers, chosen by placeholders in a template; the position feed is the page's own.
import { tileUrl } from "./tiles.js";
import { Feed } from "./feed.js";

const view = { z: 9, x: 268, y: 173 };
const root = document.getElementById("root");

async function loadTile(layer) {
  try {
    const answer = await fetch(tileUrl(layer, view));
    const blob = await answer.blob();
    root.dataset[layer] = String(blob.size);
  } catch {
    root.dataset[layer] = "missing";
  }
}

["relief", "roads"].forEach(loadTile);

new Feed("/atlas/positions").on("position", ({ x, y }) => {
  root.textContent = `${x}, ${y}`;
});
