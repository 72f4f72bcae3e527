// A Frappe app's socket with the site's name or the host's, its default port beside the import of a config.
// page: window.site_name = "site.example"; window.frappe = { boot: { sitename: "site.example" } }
// page: window.frappe = { boot: { sitename: "boot.example", socketio_port: 7777 } }
import { initSocket } from "./socket.js";

const socket = initSocket();
socket.on("insights_notification", (data) => console.log(data.message));
