// Abstract transports with a template method; the y-websocket one answers with port 1234 and always ws:.
import * as Y from "yjs";
import { PlanTransport } from "./plan-transport.ts";

const doc = new Y.Doc();
const rows = doc.getArray<{ tree: string; row: number }>("rows");

rows.observe(() => {
  document.title = `${rows.length} trees`;
});

const transport = new PlanTransport(doc, "orchard-north");
transport.start();

window.addEventListener("pagehide", () => transport.stop());
