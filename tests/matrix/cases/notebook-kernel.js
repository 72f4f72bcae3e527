// A notebook's kernel: URLs joined from parts, a settings object made by a namespace, WebSocket and fetch as its members.
const URLExt = (() => {
  function join(...parts) {
    const trimmed = parts.filter((part) => part !== "").map((part, i) => (i ? part.replace(/^\/+/, "") : part).replace(/\/+$/, ""));
    return trimmed.join("/");
  }
  function encodeParts(url) {
    return join(...url.split("/").map(encodeURIComponent));
  }
  function objectToQueryString(value) {
    const keys = Object.keys(value).filter((key) => key.length > 0);
    return keys.length ? "?" + keys.map((key) => key + (value[key] ? "=" + encodeURIComponent(String(value[key])) : "")).join("&") : "";
  }
  return { join, encodeParts, objectToQueryString };
})();

var ServerConnection;
(function (ServerConnection) {
  function makeSettings(options) {
    const baseUrl = "http://localhost:8888/";
    const wsUrl = "ws" + baseUrl.slice(4);
    return { baseUrl, wsUrl, token: "", init: { cache: "no-store" }, fetch: window.fetch, WebSocket: window.WebSocket, ...options };
  }
  ServerConnection.makeSettings = makeSettings;
})(ServerConnection || (ServerConnection = {}));

class KernelConnection {
  constructor(options) {
    this.model = options.model;
    this.clientId = options.clientId ?? "client-1";
    this.serverSettings = options.serverSettings ?? ServerConnection.makeSettings();
    this._createSocket();
  }

  _createSocket = () => {
    const settings = this.serverSettings;
    const partialUrl = URLExt.join(settings.wsUrl, "api/kernels", encodeURIComponent(this.model.id));
    let url = URLExt.join(partialUrl, "channels" + URLExt.objectToQueryString({ session_id: this.clientId }));
    if (settings.token !== "") url = url + `&token=${encodeURIComponent(settings.token)}`;
    this._ws = new settings.WebSocket(url, ["v1.kernel.websocket.jupyter.org"]);
    this._ws.onmessage = (event) => this._handle(event.data);
  };

  _handle(data) {
    this.last = data;
  }
}

new KernelConnection({ model: { id: "k/1", name: "python3" } });
