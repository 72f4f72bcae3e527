// Collaborative editor: document providers are plugins registered by name, each with default options that are merged
// with the workspace's; the y-websocket plugin falls back to the page's host with the port 1234 of its own defaults.
import * as Y from "yjs";
import { ProviderRegistry } from "./registry";
import { websocketPlugin } from "./websocket-plugin";
import { snapshotPlugin } from "./snapshot-plugin";

const workspace = {
  id: "ws-4411",
  providers: {
    websocket: { room: "proposal-2026", awareness: true },
    snapshot: { everyMs: 3000 },
  },
};

const registry = new ProviderRegistry();
registry.use(websocketPlugin);
registry.use(snapshotPlugin);

const doc = new Y.Doc();
const attached = registry.attachAll(doc, workspace.providers);

doc.getText("body").insert(0, "Draft");
document.body.setAttribute("data-providers", attached.join(" "));
