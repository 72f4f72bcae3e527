// The client of Frappe's desk: the page's own origin; where the page has dev_server, its host with the Socket.IO port,
// which the page may name. Taken apart with split, as an origin may or may not show a port.
// page: window.dev_server = 0; window.frappe = { boot: { sitename: "site.example" } }
// page: window.dev_server = 1; window.frappe = { boot: { sitename: "site.example" } }
import { io } from "socket.io-client";

class DeskRealtime {
  constructor() {
    this.open_docs = new Set();
  }

  init(port = 9000, lazy = false) {
    if (this.socket) {
      return;
    }
    const host = this.get_host(port);
    if (window.location.protocol == "https:") {
      this.socket = io(host, { secure: true, withCredentials: true, reconnectionAttempts: 3, autoConnect: !lazy });
    } else {
      this.socket = io(host, { withCredentials: true, reconnectionAttempts: 3, autoConnect: !lazy });
    }
    this.socket.on("doc_open", (message) => this.open_docs.add(message.name));
  }

  get_host(port = 9000) {
    let host = window.location.origin;
    if (window.dev_server) {
      const parts = host.split(":");
      port = window.frappe.boot.socketio_port || port.toString() || "9000";
      if (parts.length > 2) {
        host = parts[0] + ":" + parts[1];
      }
      host = host + ":" + port;
    }
    return host + `/${window.frappe.boot.sitename}`;
  }
}

const realtime = new DeskRealtime();
window.addEventListener("load", () => realtime.init());
window.realtime = realtime;
