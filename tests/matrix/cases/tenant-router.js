// keep: tenants are told by the page's host; sockets go to its own origin or where a script of the page says.
// page:
// page: window.TENANT = { gateway: "gw.runtime.example", port: 7777 }
class Tenant {
  static current = null;

  static resolve() {
    return (this.current ??= new Tenant(window.location, window.TENANT));
  }

  constructor(place, overrides) {
    this.id = place.hostname.split(".")[0];
    this.secure = place.protocol === "https:";
    this.gateway = overrides?.gateway || place.hostname;
    this.port = overrides?.port || place.port;
  }

  get authority() {
    return this.port ? `${this.gateway}:${this.port}` : this.gateway;
  }

  socket(path) {
    const url = new URL(`${this.secure ? "wss" : "ws"}://${this.authority}`);
    url.pathname = path;
    url.searchParams.set("tenant", this.id);
    url.searchParams.set("legacy", "http://127.0.0.1:9000");
    return new WebSocket(url);
  }

  stream(path) {
    return new EventSource(`${this.secure ? "https" : "http"}://${this.authority}${path}`);
  }
}

const retry = (make, tries, wait = 3000) => {
  const item = make();
  item.onerror = () => tries > 0 && setTimeout(() => retry(make, tries - 1, wait), wait);
  return item;
};

retry(() => Tenant.resolve().socket("/live"), 2);
retry(() => Tenant.resolve().stream("/events"), 1, 9000);
