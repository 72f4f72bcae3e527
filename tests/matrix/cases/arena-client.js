// A browser game: regions and shards, a binary protocol with opcodes, the port made from a base and the shard's number.
const Op = Object.freeze({ HELLO: 1, STATE: 2, INPUT: 3, PING: 8, BYE: 255 });
const TICK = 1000 / 60;
const WORLD = { width: 4000, height: 3000 };

const shards = [
  { id: 0, name: "Meadow", players: 40, max: 64 },
  { id: 1, name: "Canyon", players: 64, max: 64 },
  { id: 2, name: "Harbour", players: 12, max: 64 },
];

class Packet {
  constructor(size = 64) {
    this.view = new DataView(new ArrayBuffer(size));
    this.at = 0;
  }
  u8(v) { this.view.setUint8(this.at, v); this.at += 1; return this; }
  u16(v) { this.view.setUint16(this.at, v, true); this.at += 2; return this; }
  f32(v) { this.view.setFloat32(this.at, v, true); this.at += 4; return this; }
  str(s) {
    this.u8(s.length);
    for (let i = 0; i < s.length; i++) this.u8(s.charCodeAt(i));
    return this;
  }
  done() { return this.view.buffer.slice(0, this.at); }
}

class Net {
  constructor(game) {
    this.game = game;
    this.basePort = 5600;
    this.seq = 0;
    this.latency = 9999;
  }

  hostFor(shard) {
    return location.hostname + ":" + (this.basePort + shard.id);
  }

  join(shard) {
    const s = location.protocol == "https:" ? "wss://" : "ws://";
    const ws = (this.ws = new WebSocket(s + this.hostFor(shard) + "/arena"));
    ws.binaryType = "arraybuffer";
    ws.onopen = () => this.send(new Packet().u8(Op.HELLO).u16(7).str(this.game.nick));
    ws.onmessage = (e) => this.read(new DataView(e.data));
    ws.onclose = () => this.game.lost();
  }

  read(view) {
    switch (view.getUint8(0)) {
      case Op.STATE:
        for (let at = 3, n = view.getUint16(1, true); n--; at += 10)
          this.game.place(view.getUint16(at, true), view.getFloat32(at + 2, true), view.getFloat32(at + 6, true));
        break;
      case Op.PING:
        this.latency = performance.now() - view.getFloat32(1, true);
        break;
    }
  }

  send(packet) {
    if (this.ws && this.ws.readyState === WebSocket.OPEN) this.ws.send(packet.done());
  }
}

class Game {
  constructor(canvas) {
    this.ctx = canvas.getContext("2d");
    this.nick = localStorage.nick || "guest" + ((Math.random() * 9000) | 0);
    this.bodies = new Map();
    this.net = new Net(this);
  }

  start() {
    const open = shards.filter((s) => s.players < s.max).sort((a, b) => a.players - b.players);
    this.net.join(open[0]);
    requestAnimationFrame(() => this.draw());
  }

  place(id, x, y) {
    this.bodies.set(id, { x, y });
  }

  lost() {
    this.bodies.clear();
    this.message = "Connection lost";
  }

  draw() {
    const { ctx, bodies } = this;
    if (!ctx) return;
    ctx.clearRect(0, 0, WORLD.width, WORLD.height);
    bodies.forEach(({ x, y }) => ctx.fillRect(x - 8, y - 8, 16, 16));
    if (this.message) ctx.fillText(this.message, 80, 80);
  }
}

const canvas = document.createElement("canvas");
canvas.width = 1280;
canvas.height = 720;
document.body.appendChild(canvas);
new Game(canvas).start();
