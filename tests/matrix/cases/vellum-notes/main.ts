// keep: shared notes: Yjs over y-websocket on the page's own host, a runtime settings object which may name another server, and
// presence over PartySocket at a public host. Ports in defaults are deleted before use.
// page:
// page: window.vellum = { sync: "wss://sync.runtime.example:7777/yjs" };
import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";
import PartySocket from "partysocket";
import { syncUrl } from "./server";

const doc = new Y.Doc();
const provider = new WebsocketProvider(syncUrl(), "note-4444", doc, {
  disableBc: true,
  maxBackoffTime: 2500,
  params: { v: "1234" },
});
provider.on("status", ({ status }: { status: string }) => {
  document.body.dataset.status = status;
});

const presence = new PartySocket({ host: "presence.vellum-notes.example", room: "note-4444", id: "reader-1", maxRetries: 1 });
presence.addEventListener("message", ({ data }) => {
  document.body.dataset.people = data;
});

setTimeout(() => {
  provider.destroy();
  presence.close();
}, 6000);
