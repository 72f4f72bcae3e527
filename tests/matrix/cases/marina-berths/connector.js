export class Connector {
  constructor(bus) {
    this.bus = bus;
    this.open = new Map();
    bus.on("source", ({ name, url }) => this.connect(name, url));
  }

  connect(name, url) {
    this.open.get(name)?.close();
    const socket = new WebSocket(url);
    socket.onmessage = (event) => this.bus.emit(`data:${name}`, event.data);
    this.open.set(name, socket);
  }
}
