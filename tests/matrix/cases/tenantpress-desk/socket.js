import { io } from "socket.io-client";

const BENCH = { webserver_port: 8000, socketio_port: 9000, redis_queue: 11000, redis_cache: 13000 };

function getSocketUrl(siteName) {
  const host = window.location.hostname;
  const port = window.location.port ? `:${BENCH.socketio_port}` : "";
  const protocol = port ? window.location.protocol.slice(0, -1) : "https";
  return `${protocol}://${host}${port}/${siteName}`;
}

export class PressSocket {
  constructor({ sitename, socketio_site = sitename }) {
    this.handlers = new Map();
    this.socket = io(getSocketUrl(socketio_site || window.location.hostname), {
      withCredentials: true,
      reconnectionAttempts: 2,
    });
    this.socket.on("doc_update", ({ doctype, name, doc }) => {
      const handler = this.handlers.get(`${doctype}/${name}`);
      if (handler) handler(doc);
    });
  }

  onDoc(doctype, name, handler) {
    this.handlers.set(`${doctype}/${name}`, handler);
    this.socket.emit("doc_subscribe", doctype, name);
  }
}
