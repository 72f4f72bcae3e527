// A port that the page may set, with a default in the bundle: window.socketio_port || 9000.
// page: window.site_name = "site.example"
// page: window.site_name = "site.example"; window.socketio_port = 7777
import { io } from "socket.io-client";

function init() {
  const host = window.location.hostname;
  const port = window.location.port ? `:${window.socketio_port || 9000}` : "";
  const protocol = port ? "http" : "https";
  const url = `${protocol}://${host}${port}/${window.site_name}`;
  const socket = io(url, { withCredentials: true });
  socket.on("refetch", () => location.reload());
  return socket;
}

init();
