// Vue 3 console of a router: forwards, DNS and NTP servers with private addresses and ports are rows of data and form
// defaults; everything is asked from the page's own origin (axios, EventSource, Socket.IO without an address).
// keep: private addresses are table data
import { createApp, defineComponent, h, reactive, ref, watchEffect } from "vue";
import axios from "axios";
import { io } from "socket.io-client";
import { presets, summarise } from "./presets.js";

axios.defaults.baseURL = "/cgi/api";
axios.defaults.timeout = 8000;

const ForwardForm = defineComponent({
  name: "ForwardForm",
  emits: ["add"],
  setup(_, { emit }) {
    const draft = reactive({ ...presets.http });
    const probe = ref("");
    watchEffect(() => {
      probe.value = `http://${draft.target}:${draft.port}/`;
    });
    return () =>
      h("form", { onSubmit: () => emit("add", { ...draft }) }, [
        h("input", { value: draft.target, placeholder: "192.168.1.10", onInput: (e) => (draft.target = e.target.value) }),
        h("input", { type: "number", value: draft.port, min: 1, max: 65535 }),
        h("a", { href: probe.value, rel: "noreferrer" }, probe.value),
      ]);
  },
});

const App = defineComponent({
  setup() {
    const forwards = ref(Object.values(presets));
    const load = ref(0);
    axios.get("/forwards").then(({ data }) => (forwards.value = data), () => {});
    axios.post("/upstream/check", { url: "http://192.168.1.1:8080/status", via: "wan0" }).catch(() => {});
    const stream = new EventSource("/cgi/stream/load");
    stream.onmessage = (event) => (load.value = Number(event.data));
    io({ path: "/cgi/ws", autoConnect: true, reconnection: false }).on("lease", (lease) => console.info(lease.address));
    return () =>
      h("main", [
        h("h1", `Load ${load.value}`),
        h("ul", forwards.value.map((forward) => h("li", { key: forward.port }, summarise(forward)))),
        h(ForwardForm, { onAdd: (forward) => axios.post("/forwards", forward) }),
      ]);
  },
});

createApp(App).mount(document.getElementById("root") ?? document.body);
