// Saws of a sawmill, in the style of older code: prototypes, Object.create, call and apply, Reflect.construct of a list of
// arguments; the settings are a query text read by URLSearchParams.
const SETTINGS = new URLSearchParams("port=9502&path=%2Fsaws&interval=950&protocol=saw.v1");

function Machine(name) {
  this.name = name;
  this.lines = [];
}

Machine.prototype.protocol = function () {
  return window.location.protocol === "https:" ? "wss:" : "ws:";
};

Machine.prototype.host = function () {
  return window.location.host;
};

Machine.prototype.address = function () {
  return [this.protocol(), "//", this.host(), this.path, "/", this.name].join("");
};

Machine.prototype.connect = function () {
  const list = [this.address()];
  if (this.subprotocol) list.push(this.subprotocol);
  this.socket = Reflect.construct(WebSocket, list);
  this.socket.onmessage = this.receive.bind(this);
  return this;
};

Machine.prototype.receive = function ({ data }) {
  this.lines.push(data);
  if (this.lines.length > 50) this.lines.shift();
  document.getElementById("root").textContent = this.lines.join("\n");
};

function Saw() {
  Machine.apply(this, arguments);
  this.subprotocol = SETTINGS.get("protocol");
}

Saw.prototype = Object.create(Machine.prototype, { constructor: { value: Saw } });
Saw.prototype.path = SETTINGS.get("path");
Saw.prototype.host = function () {
  return window.location.hostname + ":" + SETTINGS.get("port");
};

function Conveyor() {
  Machine.apply(this, arguments);
}

Conveyor.prototype = Object.create(Machine.prototype, { constructor: { value: Conveyor } });
Conveyor.prototype.path = "/conveyors";
Conveyor.prototype.receive = function (event) {
  if (event.data.trim() !== "") Machine.prototype.receive.call(this, event);
};

new Saw("band-1").connect();
new Conveyor("infeed").connect();
