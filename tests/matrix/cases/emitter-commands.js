// Commands on an emitter: one module asks for a connection, another one's handler opens it; others only log.
function createEmitter() {
  const all = new Map();
  return {
    on(type, handler) {
      const handlers = all.get(type);
      if (handlers) handlers.push(handler);
      else all.set(type, [handler]);
    },
    emit(type, event) {
      (all.get(type) || []).slice().forEach((handler) => handler(event));
    },
  };
}

class SocketService {
  constructor(emitter) {
    this.sockets = new Map();
    emitter.on("socket:open", (request) => this.open(request));
    emitter.on("socket:log", (text) => console.log(text));
  }

  open({ host, port, path = "/default" }) {
    const scheme = window.location.protocol === "https:" ? "wss" : "ws";
    this.sockets.set(path, new WebSocket(`${scheme}://${host}:${port}${path}`));
  }
}

const bus = createEmitter();
new SocketService(bus);
bus.emit("socket:log", "asking for port 8123");
bus.emit("socket:open", { host: window.location.hostname, port: 9000, path: "/jobs" });
bus.emit("socket:open", { host: window.location.hostname, port: 9001 });
