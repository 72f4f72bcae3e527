// A terminal in the page: a session is asked for over HTTP, then attached to over a WebSocket with its number.
// page: __matrix.answers["/terminals"] = "12"
const Terminal = function (options) {
  this.cols = options.cols;
  this.rows = options.rows;
  this.addons = [];
};
Terminal.prototype.loadAddon = function (addon) {
  this.addons.push(addon);
  addon.activate(this);
};
Terminal.prototype.write = function (data) {
  this.buffer = (this.buffer || "") + data;
};

class AttachAddon {
  constructor(socket, { bidirectional = true } = {}) {
    this._socket = socket;
    this._bidirectional = bidirectional;
  }
  activate(terminal) {
    this._socket.addEventListener("message", ({ data }) => terminal.write(data));
    if (this._bidirectional) this._socket.addEventListener("open", () => this._socket.send("\r"));
  }
}

let protocol, socketURL, socket, pid;

async function createTerminal() {
  const term = new Terminal({ cols: 80, rows: 24 });
  protocol = location.protocol === "https:" ? "wss://" : "ws://";
  socketURL = protocol + location.hostname + (location.port ? ":3001" : ":3001") + "/terminals/";
  const res = await fetch("/terminals?cols=" + term.cols + "&rows=" + term.rows, { method: "POST" });
  const processId = await res.text();
  pid = processId.replace(/"/g, "");
  socketURL += pid;
  socket = new WebSocket(socketURL);
  socket.onopen = () => term.loadAddon(new AttachAddon(socket));
  socket.onclose = socket.onerror = () => term.write("[closed]");
  return term;
}

createTerminal().catch((error) => console.error(error));
