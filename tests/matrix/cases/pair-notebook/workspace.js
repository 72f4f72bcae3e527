import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";

const DEFAULTS = {
  room: "scratch",
  user: { name: "anonymous", colour: "#888888" },
  collab: { port: 1235, prefix: "yjs" },
  resync: 5000,
};

const page = window.location;

function serverUrl({ port, prefix }) {
  const scheme = page.protocol === "https:" ? "wss:" : "ws:";
  const authority = [page.hostname, port].filter(Boolean).join(":");
  return [scheme, "", authority, prefix].join("/");
}

export function createWorkspace(options) {
  const { room, user, collab, resync } = { ...DEFAULTS, ...options };
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(serverUrl(collab), room, doc, { resyncInterval: resync, disableBc: true });
  provider.awareness.setLocalStateField("user", user);

  return {
    doc,
    provider,
    async snapshot() {
      const response = await fetch(`/api/notebooks/${encodeURIComponent(room)}/snapshot`);
      Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
    },
  };
}
