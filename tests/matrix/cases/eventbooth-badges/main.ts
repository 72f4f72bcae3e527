// Development left in: a map of dev-server ports to backend ports decides the axios base URL and the STOMP broker when
// the page is served from one of them; elsewhere both keep the page's origin.
// at: http://localhost:5173/
// at: http://booth.example:4200/admin
import axios from "axios";
import { Client } from "@stomp/stompjs";
import { defineComponent, createApp, h, ref } from "vue";
import { Backend } from "./backend";

const backend = Backend.detect(window.location);
const http = axios.create({ baseURL: backend.url("/api"), withCredentials: true });

const broker = new Client({ brokerURL: backend.url("/stomp", "ws"), reconnectDelay: 0, debug: () => undefined });
broker.onConnect = () => broker.subscribe("/topic/badges", () => undefined);

const Badges = defineComponent({
  setup() {
    const badges = ref<{ id: number; name: string }[]>([]);
    const printed = ref(0);
    http
      .get("/badges", { params: { event: "spring" } })
      .then(({ data }) => (badges.value = data))
      .catch(() => (badges.value = []));
    http.post("/badges/open").then(() => (printed.value += 1), () => undefined);
    broker.activate();
    return () => h("section", [h("h1", `${badges.value.length} badges`), h("p", `${printed.value} printed`)]);
  },
});

createApp(Badges).mount(document.getElementById("root") ?? document.body);
