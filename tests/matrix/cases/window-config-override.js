// window.__CONFIG__ may override each value; a get(path, fallback) helper in the manner of lodash reads it.
// page:
// page: window.__CONFIG__ = { socket: { port: 7777 } }
// page: window.__CONFIG__ = { socket: { url: "wss://push.runtime.example/ws" } }
function get(object, path, fallback) {
  let current = object;
  const keys = path.split(".");
  for (let i = 0; i < keys.length; i++) {
    if (current == null) return fallback;
    current = current[keys[i]];
  }
  return current === undefined ? fallback : current;
}

const Config = {
  read(path, fallback) {
    return get(window.__CONFIG__, path, fallback);
  },
  get socketUrl() {
    const explicit = this.read("socket.url", null);
    if (explicit) return explicit;
    const port = this.read("socket.port", 8085);
    const secure = window.location.protocol == "https:";
    return "".concat(secure ? "wss" : "ws", "://").concat(window.location.hostname, ":").concat(port, "/ws");
  },
};

function Notifier(config) {
  var self = this;
  self.seen = {};
  self.open = function () {
    self.socket = new WebSocket(config.socketUrl);
    self.socket.onmessage = function (event) {
      var note = JSON.parse(event.data);
      if (self.seen[note.id]) return;
      self.seen[note.id] = true;
      self.show(note);
    };
    self.socket.onclose = function () {
      self.timer = setTimeout(self.noop, 8085);
    };
  };
}
Notifier.prototype.noop = function () {};
Notifier.prototype.show = function (note) {
  document.title = note.title;
};

new Notifier(Config).open();
