// A shared canvas of an atelier: y-websocket for the drawing (a fixed port out of a memoized factory) and RxJS's webSocket
// for the cursors (the page's own), chained by a promise.
import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";
import { webSocket } from "rxjs/webSocket";
import { server } from "./server.js";

const doc = new Y.Doc();
const strokes = doc.getArray("strokes");
const root = document.getElementById("root");

const draw = () => {
  root.textContent = `${strokes.length} strokes`;
};
strokes.observe(draw);

async function start() {
  const { drawing, cursors } = await server();
  const provider = new WebsocketProvider(drawing, "atelier-5", doc, { maxBackoffTime: 9999, disableBc: true });
  provider.on("status", ({ status }) => {
    root.dataset.status = status;
  });
  webSocket({ url: cursors, deserializer: ({ data }) => data.split(",").map(Number) }).subscribe({
    next: ([x, y]) => {
      root.title = `${x} × ${y}`;
    },
    error: draw,
  });
}

start();
