// The port comes out of a JSON file of the server's configuration; scheme by "is there a port", site as the namespace.
// page: window.site_name = "site.example"
import { initSocket } from "./socket.js";

initSocket();
