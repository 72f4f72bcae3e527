// Socket.IO's port out of the bench's common_site_config.json, used where the page has a port.
// page: window.site_name = "site.example"
import { initSocket, useSocket } from "./socket.js";

const globals = { $socket: initSocket() };
useSocket().emit("doctype_subscribe", globals.$socket.id);
