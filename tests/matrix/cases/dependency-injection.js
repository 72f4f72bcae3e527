// Configuration handed from object to object.
class Config {
  constructor(values) {
    this.values = values;
  }
  get(key, fallback) {
    return this.values[key] ?? fallback;
  }
}

class Transport {
  constructor(config) {
    this.config = config;
  }
  open(path) {
    const host = this.config.get("host", window.location.hostname);
    return new WebSocket(`ws://${host}:${this.config.get("port", 8000)}${path}`);
  }
}

new Transport(new Config({ port: 9000 })).open("/injected");
