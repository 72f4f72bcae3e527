// A collaborative editor: a provider class of its own over a WebSocket, rooms, awareness and a queue before it opens.
import { CollabProvider } from "./provider.js";
import settings, { wsRoot } from "./settings.js";

class EditorSession {
  constructor(docId, user) {
    this.doc = { id: docId, content: "" };
    this.provider = new CollabProvider(wsRoot(settings), docId, {
      params: { user: user.name },
      connect: settings.autoconnect,
    });
    this.provider.on("sync", (content) => {
      this.doc.content = content;
    });
  }

  type(text) {
    this.provider.send({ type: "insert", text });
  }
}

const session = new EditorSession("doc-17", { name: "ann" });
session.type("hello");
