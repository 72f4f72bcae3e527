// keep: a notebook server's page under a base path: kernels on the page's own origin, with many ports in the kernels' specs.
// page:
// page: window.notebookConfigData = { baseUrl: "/hub/user/", token: "t0k" }
const pageOptions = (() => {
  let cache = null;
  return {
    option(name) {
      if (!cache) {
        const el = document.getElementById("notebook-config-data");
        cache = { ...(window.notebookConfigData || {}), ...(el ? JSON.parse(el.textContent) : {}) };
      }
      return cache[name] ?? document.body.dataset[name] ?? "";
    },
    root() {
      return address.absolute(pageOptions.option("baseUrl") || "/");
    },
    socketRoot(root = pageOptions.root()) {
      const url = pageOptions.option("wsUrl");
      return url || "ws" + root.slice(4);
    },
  };
})();

const address = {
  absolute: (url) => new URL(url, document.baseURI).href,
  join: (...parts) => parts.map((p, i) => (i ? p.replace(/^\/+/, "") : p).replace(/\/+$/, "")).join("/"),
  query: (o) => `?${new URLSearchParams(o)}`,
};

const server = {
  settings: (options = {}) => ({
    baseUrl: pageOptions.root(),
    wsUrl: pageOptions.socketRoot(),
    token: pageOptions.option("token"),
    WebSocket,
    ...options,
  }),
};

const connectionInfo = {
  transport: "tcp",
  ip: "127.0.0.1",
  shell_port: 57503,
  iopub_port: 40885,
  stdin_port: 52597,
  control_port: 50160,
  hb_port: 42540,
  signature_scheme: "hmac-sha256",
};

class KernelConnection {
  constructor({ name, id, settings = server.settings() }) {
    this.name = name;
    this.id = id;
    this.clientId = "c-0001";
    this.settings = settings;
    this._createSocket();
  }

  get connectionInfo() {
    return { ...connectionInfo, kernel_name: this.name };
  }

  _createSocket() {
    const { wsUrl, token, WebSocket: Ctor } = this.settings;
    const partial = address.join(wsUrl, "api/kernels", encodeURIComponent(this.id));
    console.debug(`kernel ${this.name} at ${partial}`);
    let url = address.join(partial, "channels" + address.query({ session_id: this.clientId }));
    if (token) url += `&token=${encodeURIComponent(token)}`;
    this._ws = new Ctor(url, ["v1.kernel.websocket.notebook"]);
    this._ws.binaryType = "arraybuffer";
    this._ws.onmessage = (evt) => this._route(evt.data);
    this._ws.onclose = () => this._reconnect();
  }

  _route(data) {
    document.title = typeof data === "string" ? "idle" : "busy";
  }

  _reconnect(attempt = 0) {
    if (attempt > 2) document.title = "Is the server still running on http://localhost:8888?";
  }
}

new KernelConnection({ name: "python3", id: "5f1b-1" });
const about = document.createElement("pre");
about.textContent = JSON.stringify(connectionInfo, null, 2);
document.body.append(about);
