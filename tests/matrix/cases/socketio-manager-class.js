// A connection manager: one Manager, namespaces on demand, auth by a callback.
import { Manager } from "socket.io-client";

class Connections {
  constructor(port) {
    this.manager = new Manager(`${location.protocol}//${location.hostname}:${port}`, {
      path: "/realtime",
      autoConnect: true,
      reconnectionDelayMax: 10000,
    });
    this.sockets = {};
  }

  namespace(name) {
    return (this.sockets[name] ??= this.manager.socket(`/${name}`, {
      auth: (done) => done({ token: this.token() }),
    }));
  }

  token() {
    return localStorage.getItem("token") ?? "anonymous";
  }
}

const connections = new Connections(9000);
connections.namespace("chat").on("message", () => {});
connections.namespace("admin").on("message", () => {});
