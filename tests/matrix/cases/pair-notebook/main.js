// Shared notebooks with Yjs: a workspace function merges user options over defaults (the collaboration server's port as a
// number), joins host and port for y-websocket's provider; snapshots are fetched from the page's own origin.
import * as Y from "yjs";
import { createWorkspace } from "./workspace.js";

const workspace = createWorkspace({ room: "notebook-77", user: { name: "Ada", colour: "#30bced" } });

const cells = workspace.doc.getArray("cells");
cells.observe((event) => {
  document.title = `${cells.length} cells (${event.changes.added.size} new)`;
});

workspace.doc.transact(() => {
  const cell = new Y.Map();
  cell.set("kind", "markdown");
  cell.set("source", "# Kernel at 127.0.0.1:8888");
  cells.push([cell]);
});

workspace.snapshot().catch(() => {});
