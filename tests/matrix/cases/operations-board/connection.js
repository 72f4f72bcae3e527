import { io } from "socket.io-client";

const { protocol, host, port } = window.location;

class Connection {
  #socket;
  #queue = [];

  on(event, handler) {
    if (this.#socket) this.#socket.on(event, handler);
    else this.#queue.push([event, handler]);
  }

  start() {
    this.#socket = io(`${protocol}//${host}/ops`, { path: "/realtime", query: { port, upstream: "10.0.0.5:9000" } });
    for (const entry of this.#queue.splice(0)) this.#socket.on(...entry);
    this.#raw();
  }

  #raw() {
    const url = new URL("/raw", window.location.href);
    url.protocol = url.protocol.replace("http", "ws");
    return new WebSocket(url.href);
  }
}

export const connection = new Connection();
