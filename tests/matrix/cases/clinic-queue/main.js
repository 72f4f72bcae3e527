// Frappe app (Vue): the socket port is inlined from common_site_config.json, the scheme guessed from the port.
// page: window.site_name = "clinic.example"
import { createApp, h, ref } from "vue";
import { initSocket } from "./socket.js";
import { createListResource } from "./resources.js";

const socket = initSocket();

const App = {
	setup() {
		const waiting = ref([]);
		const queue = createListResource("Patient Appointment", { status: "Checked In" });
		queue.onData((rows) => (waiting.value = rows));
		socket.on("list_update", (data) => {
			if (data.doctype === queue.doctype) queue.reload();
		});
		queue.reload();
		return () => h("ul", waiting.value.map((row) => h("li", { key: row.name }, row.patient_name)));
	},
};

const app = createApp(App);
app.config.globalProperties.$socket = socket;

const root = document.createElement("div");
(document.body || document.documentElement).appendChild(root);
app.mount(root);
