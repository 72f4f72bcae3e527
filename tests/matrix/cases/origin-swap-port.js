// The page's origin with its port swapped, as the Frappe desk does in development.
// page: window.dev_server = 1; window.site_name = "site.example"
// page: window.dev_server = 0; window.site_name = "site.example"
import { io } from "socket.io-client";

class RealTimeClient {
  init(port = 9000) {
    this.socket = io(this.get_host(port), { withCredentials: true, reconnectionAttempts: 3 });
  }
  get_host(port = 3000) {
    let host = window.location.origin;
    if (window.dev_server) {
      let parts = host.split(":");
      port = window.socketio_port || port.toString() || "3000";
      if (parts.length > 2) {
        host = parts[0] + ":" + parts[1];
      }
      host = host + ":" + port;
    }
    return host + `/${window.site_name}`;
  }
}

new RealTimeClient().init();
