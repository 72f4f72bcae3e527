export class Directory {
  constructor(bus, sensorPort) {
    this.bus = bus;
    this.base = window.location.protocol.replace(/^http/i, "ws") + "//";
    this.sensorPort = sensorPort;
  }

  announce() {
    const { hostname, host } = window.location;
    this.bus.emit("source", { name: "harbour", url: this.base + host + "/harbour/events" });
    this.bus.emit("source", { name: "berths", url: this.base + hostname + ":" + this.sensorPort + "/berths" });
  }
}
