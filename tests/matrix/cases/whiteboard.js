// A shared whiteboard on a CRDT: feature toggles, undo and awareness, a provider whose server is made by a small resolver.
import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";

const toggles = {
  defaults: { sync: true, awareness: true, offline: false, debug: false },
  get(name) {
    const stored = window.sessionStorage.getItem(`wb.toggle.${name}`);
    return stored === null ? this.defaults[name] : stored === "on";
  },
};

const endpoints = {
  sync: { port: 1234, prefix: "" },
  export: { port: null, prefix: "/export" },
  assets: { port: null, prefix: "/assets" },
};

function resolve(kind, { secure = window.isSecureContext && location.protocol === "https:" } = {}) {
  const { port, prefix } = endpoints[kind];
  const ws = kind === "sync";
  const proto = (ws ? "ws" : "http") + (secure ? "s" : "");
  const authority = port ? [location.hostname, port].join(":") : location.host;
  return proto + "://" + authority + prefix;
}

class Board extends EventTarget {
  constructor(name) {
    super();
    this.doc = new Y.Doc();
    this.strokes = this.doc.getArray("strokes");
    this.meta = this.doc.getMap("meta");
    this.undo = new Y.UndoManager(this.strokes, { captureTimeout: 1234 });
    this.name = name;
    this.strokes.observe((event) => this.dispatchEvent(new CustomEvent("strokes", { detail: event.changes.delta })));
  }

  connect() {
    if (!toggles.get("sync")) return this;
    this.provider = new WebsocketProvider(resolve("sync"), `board-${this.name}`, this.doc, { disableBc: true });
    if (toggles.get("awareness")) {
      this.provider.awareness.setLocalStateField("user", { name: "Guest", color: "#30bced" });
      this.provider.awareness.on("change", () => this.dispatchEvent(new Event("people")));
    }
    return this;
  }

  draw(points, width = 4) {
    this.doc.transact(() => {
      this.strokes.push([{ points, width }]);
      this.meta.set("touched", this.doc.clientID);
    });
  }

  downloadLink(format) {
    const a = document.createElement("a");
    a.href = `${resolve("export")}/${this.name}.${format}`;
    a.textContent = format.toUpperCase();
    return a;
  }
}

const board = new Board("retro").connect();
board.addEventListener("strokes", ({ detail }) => {
  document.body.dataset.strokes = String(detail.length);
});
board.draw([0, 0, 80, 80, 1280, 720]);
document.body.append(board.downloadLink("svg"), board.downloadLink("png"));
