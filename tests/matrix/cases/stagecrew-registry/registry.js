import $ from "jquery";

class Client {
  constructor(endpoint) {
    this.endpoint = endpoint;
  }

  get(path, data) {
    return $.ajax({ method: "GET", url: this.endpoint.base + path, data, dataType: "json", timeout: 5000 });
  }
}

export class Registry {
  constructor(bus, page) {
    this.bus = bus;
    this.page = page;
    this.clients = new Map();
    this.waiting = new Map();
    bus.on("service:announced", (service) => this.add(service));
  }

  add({ name, port, prefix = "" }) {
    const { protocol, hostname } = this.page;
    const own = this.page.port || (protocol === "https:" ? "443" : "80");
    const endpoint = { protocol, hostname, port: port || own };
    endpoint.base = `${endpoint.protocol}//${endpoint.hostname}:${endpoint.port}${prefix}`;
    const client = new Client(endpoint);
    this.clients.set(name, client);
    (this.waiting.get(name) || []).forEach((resolve) => resolve(client));
    this.waiting.delete(name);
    this.bus.emit("registry:ready", { name });
  }

  whenReady(name) {
    if (this.clients.has(name)) return Promise.resolve(this.clients.get(name));
    return new Promise((resolve) => this.waiting.set(name, [...(this.waiting.get(name) || []), resolve]));
  }
}
