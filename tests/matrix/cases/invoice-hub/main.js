// Correct: a Frappe app whose namespace is relative; the port is only written to the console and a status line.
// keep: 9000 and 8000 are printed, never connected to
// page: window.site_name = "invoices.example"
// page: window.site_name = "invoices.example"; window.socketio_port = 7777
import { initSocket, describe } from "./socket.js";

const line = document.createElement("footer");
document.body?.append(line);

const socket = initSocket({
	onStatus: (text) => {
		line.textContent = `${text} · ${describe()}`;
	},
});

socket.emit("doctype_subscribe", "Sales Invoice");
socket.on("list_update", ({ doctype, name }) => {
	if (doctype === "Sales Invoice") console.log("changed", name);
});
