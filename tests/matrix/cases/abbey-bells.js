// Carillon control: a small event bus; the address crosses it as parts of two events. "tower:found" carries host and port,
// "hours:found" only a path, for the page's origin.
const bus = {
  handlers: Object.create(null),
  on(name, handler) {
    (this.handlers[name] = this.handlers[name] || []).push(handler);
    return this;
  },
  emit(name, ...details) {
    (this.handlers[name] || []).slice().forEach((handler) => handler.apply(this, details));
  },
};

const BELLS = [
  { name: "Bourdon", hertz: 110, weight: 9000 },
  { name: "Angelus", hertz: 220, weight: 2400 },
  { name: "Prime", hertz: 440, weight: 310 },
];

function Striker() {
  this.queue = [];
  this.socket = null;
}

Striker.prototype.attach = function attach(host, port, options) {
  const secure = options && options.secure;
  const address = (secure ? "wss://" : "ws://") + host + ":" + port + "/striker";
  this.socket = new WebSocket(address, "bells");
  this.socket.onopen = () => this.flush();
};

Striker.prototype.strike = function strike(bell) {
  this.queue.push({ bell: bell.name, force: Math.min(1, bell.weight / 9000) });
  this.flush();
};

Striker.prototype.flush = function flush() {
  while (this.socket && this.socket.readyState === 1 && this.queue.length) {
    this.socket.send(JSON.stringify(this.queue.shift()));
  }
};

const striker = new Striker();

bus
  .on("tower:found", (tower) => striker.attach(tower.host, tower.port, tower))
  .on("hours:found", (path) => {
    const source = new EventSource(path);
    source.onmessage = ({ data }) => bus.emit("hour", Number(data));
  })
  .on("hour", (hour) => {
    for (let i = 0; i < (hour % 12 || 12); i += 1) striker.strike(BELLS[0]);
  })
  .on("ready", () => BELLS.forEach((bell) => striker.strike(bell)));

setTimeout(() => {
  bus.emit("tower:found", { host: document.location.hostname, port: 8710, secure: document.location.protocol === "https:" });
  bus.emit("hours:found", "/liturgy/hours");
  bus.emit("ready");
}, 300);
