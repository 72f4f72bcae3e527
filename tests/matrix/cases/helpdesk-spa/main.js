// A helpdesk over a Frappe backend: a socket module with lists and documents to follow, a site and port from the boot data.
// page:
// page: window.boot = { site: "desk.local", socketio_port: 7777 }
import { createSession } from "./session.js";
import { useRealtime } from "./realtime.js";

const session = createSession(window.boot);

class TicketList {
  constructor(realtime, doctype) {
    this.realtime = realtime;
    this.doctype = doctype;
    this.rows = new Map();
  }

  mount() {
    const off = this.realtime.on("list_update", (data) => {
      if (data.doctype !== this.doctype) return;
      this.rows.set(data.name, data);
    });
    this.realtime.emit("doctype_subscribe", this.doctype);
    return () => {
      off();
      this.realtime.emit("doctype_unsubscribe", this.doctype);
    };
  }
}

function mountApp(el) {
  const realtime = useRealtime(session);
  const list = new TicketList(realtime, "HD Ticket");
  const unmount = list.mount();
  el.textContent = `Tickets of ${session.site}`;
  window.addEventListener("pagehide", unmount);
}

mountApp(document.body.appendChild(document.createElement("div")));
