// TypeScript: parameter properties, enums, readonly fields, a generic helper.
enum Port {
  Web = 8000,
  Realtime = 9000,
}

interface Options {
  port?: Port;
  path: string;
}

class Live {
  private readonly base: string;
  constructor(private host: string, public readonly options: Options) {
    this.base = `${location.protocol === "https:" ? "wss" : "ws"}://${this.host}:${this.options.port ?? Port.Realtime}`;
  }
  connect(): WebSocket {
    return new WebSocket(this.base + this.options.path);
  }
}

new Live(window.location.hostname, { path: "/ts" }).connect();
new Live(window.location.hostname, { path: "/web", port: Port.Web }).connect();
