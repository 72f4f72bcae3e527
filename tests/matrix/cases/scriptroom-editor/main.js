// Collaborative script editor in Vue: y-websocket's provider gets its server from a session class (static port, getter);
// exports are requested by XMLHttpRequest from the page, autosaves by an inherited class on its own port.
import { createApp, defineComponent, h, onMounted, ref, shallowRef } from "vue";
import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";
import { CollabSession, ExportSession, SnapshotSession } from "./sessions.js";

const Editor = defineComponent({
  name: "Editor",
  props: { room: { type: String, required: true } },
  setup(props) {
    const lines = ref([]);
    const provider = shallowRef(null);
    onMounted(() => {
      const doc = new Y.Doc();
      const text = doc.getText("script");
      text.observe(() => (lines.value = text.toString().split("\n")));
      provider.value = new WebsocketProvider(new CollabSession().server, props.room, doc, { disableBc: true, maxBackoffTime: 5000 });
      provider.value.awareness.setLocalStateField("user", { name: "Guest", color: "#8f1234" });
      text.insert(0, "INT. WRITERS' ROOM\n");
      new SnapshotSession().save(props.room, Y.encodeStateAsUpdate(doc));
      new ExportSession().request(props.room, "pdf", () => {});
    });
    return () => h("pre", lines.value.join("\n"));
  },
});

createApp(Editor, { room: "pilot-1234" }).mount(document.getElementById("root") ?? document.body);
