// Vue 3 pit wall: one axios instance by provide/inject; a request interceptor sends requests marked with a service name
// to that service's port, taken from a Map. Socket.IO stays on the page's own origin.
import { createApp, defineComponent, h, inject, onMounted, reactive } from "vue";
import { io } from "socket.io-client";
import { createHttp, httpKey } from "./lib/http.js";

const LapTable = defineComponent({
  name: "LapTable",
  props: { session: { type: String, required: true } },
  setup(props) {
    const http = inject(httpKey);
    const state = reactive({ laps: [], failed: false, weather: null });
    onMounted(async () => {
      try {
        const { data } = await http.get(`/sessions/${props.session}/laps`, { service: "timing", params: { last: 20 } });
        state.laps = data;
      } catch {
        state.failed = true;
      }
      http.get("/weather/now").then((response) => (state.weather = response.data), () => {});
    });
    return () =>
      h("table", { class: { stale: state.failed } }, [
        h("caption", state.weather ? `${state.weather.track} °C` : "Track temperature unknown"),
        ...state.laps.map((lap) => h("tr", { key: lap.id }, [h("td", lap.driver), h("td", lap.time)])),
      ]);
  },
});

const PitBoard = defineComponent({
  name: "PitBoard",
  setup() {
    const http = inject(httpKey);
    const board = reactive({ messages: [], roster: [] });
    const socket = io({ path: "/pit.io", transports: ["websocket"], reconnection: false });
    socket.on("message", (message) => board.messages.unshift(message));
    onMounted(() => {
      http.get("/teams/roster", { service: "crew" }).then(({ data }) => (board.roster = data), () => {});
    });
    return () => h("ul", board.messages.map((message) => h("li", { key: message.id }, message.text)));
  },
});

const app = createApp({ render: () => h("main", [h(LapTable, { session: "fp2" }), h(PitBoard)]) });
app.provide(httpKey, createHttp());
app.mount(document.getElementById("root") ?? document.body);
