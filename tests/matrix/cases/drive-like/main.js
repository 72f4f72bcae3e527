// The port from the page, else from a JSON file, else a literal; the site as a fallback of its own.
// page: window.site_name = "site.example"
// page: window.site_name = "site.example"; window.socketio_port = "7777"
import { io } from "socket.io-client";
import { socketio_port } from "./site_config.json";

const port = window.socketio_port || socketio_port || "9000";
const url =
  (window.location.port ? "http" : "https") +
  "://" +
  window.location.hostname +
  (window.location.port ? ":" + port : "") +
  "/" +
  (window.site_name || "drive.localhost");
io(url, { withCredentials: true, reconnectionAttempts: 5 });
