// Manuscript editor with Yjs: the server's URL is a URL object, changed by setters; its port is `window.PALIMPSEST_PORT || 1301`,
// which the page may or may not give. Awareness names and colours are decoys. Saves go to the page.
// page:
// page: window.PALIMPSEST_PORT = 7777;
import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";

function syncServer() {
  const url = new URL("./sync", location.origin);
  url.protocol = url.protocol.replace("http", "ws");
  url.port = window.PALIMPSEST_PORT || 1301;
  url.hash = "";
  return url;
}

const COLOURS = ["#130100", "#7c2d12", "#1e3a8a", "#14532d"];
const doc = new Y.Doc();
const server = syncServer();
const provider = new WebsocketProvider(server.href, "folio-12r", doc, {
  disableBc: true,
  maxBackoffTime: 60000,
  params: { hand: "B", schema: "1301" },
});

provider.awareness.setLocalStateField("scribe", { name: "Anonymous", colour: COLOURS[doc.clientID % COLOURS.length] });
provider.on("status", ({ status }) => {
  document.body.dataset.sync = status;
});

const glosses = doc.getArray("glosses");
const text = doc.getText("body");
let saving = null;

function save() {
  clearTimeout(saving);
  saving = setTimeout(() => {
    const body = JSON.stringify({ text: text.toString(), glosses: glosses.toJSON() });
    fetch("/folios/12r", { method: "PUT", body }).catch(() => document.body.classList.add("unsaved"));
  }, 1500);
}

text.observe(save);
glosses.observe(save);
text.insert(0, "In principio");

const undo = new Y.UndoManager([text, glosses], { captureTimeout: 1301 });

class Palette {
  constructor(states) {
    this.states = states;
  }

  get scribes() {
    return [...this.states.values()].map(({ scribe }) => scribe).filter(Boolean);
  }

  render(root) {
    root.replaceChildren(
      ...this.scribes.map(({ name, colour }) => {
        const chip = document.createElement("span");
        chip.textContent = name;
        chip.style.background = colour;
        return chip;
      }),
    );
  }
}

const palette = new Palette(provider.awareness.getStates());
provider.awareness.on("change", () => palette.render(document.getElementById("root")));

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "z") return;
  event.preventDefault();
  if (event.shiftKey) undo.redo();
  else undo.undo();
});
