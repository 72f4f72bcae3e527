// keep: a client class that is right already: the page's own host and port in every spelling it uses.
class Client {
  static DEFAULT_TIMEOUT = 9000;

  constructor({ path = "/ws", origin = window.location.origin } = {}) {
    this.path = path;
    this.origin = origin;
  }

  get url() {
    const url = new URL(this.path, this.origin);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    return url.href;
  }

  static authority({ hostname, port } = window.location) {
    return port ? `${hostname}:${port}` : hostname;
  }

  open() {
    this.timer = setTimeout(() => {}, Client.DEFAULT_TIMEOUT);
    return new WebSocket(this.url);
  }
}

new Client().open();
new Client({ path: "/second?retry=9000" }).open();
new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${Client.authority()}/third`);
fetch(`${location.protocol}//${Client.authority()}/api`).catch(() => {});
