// Browser game: the network loop is a worker made of text; host and ports of the regions arrive in its first message.
const NETWORK = `
  var socket = null;
  var tick = 0;
  function open(config) {
    var room = config.rooms[config.mode];
    socket = new WebSocket(config.scheme + "//" + config.host + ":" + room.port + "/" + room.map);
    socket.binaryType = "arraybuffer";
    socket.onmessage = function (event) { self.postMessage({ type: "state", state: event.data }); };
    socket.onclose = function () { self.postMessage({ type: "closed", tick: tick }); };
  }
  self.onmessage = function (event) {
    if (event.data.type === "open") open(event.data.config);
    if (event.data.type === "input" && socket && socket.readyState === 1) socket.send(event.data.bits);
    tick += 1;
  };
`;

const KEYS = { KeyW: 1, KeyA: 2, KeyS: 4, KeyD: 8, Space: 16 };

class Arena {
  constructor(canvas, mode) {
    this.canvas = canvas;
    this.mode = mode;
    this.bits = 0;
    this.rooms = {
      duel: { port: 26501, map: 'courtyard', players: 2 },
      brawl: { port: 26502, map: 'foundry', players: 16 },
    };
  }

  start() {
    const source = new Blob([NETWORK], { type: 'application/javascript' });
    this.network = new Worker(URL.createObjectURL(source));
    this.network.onmessage = ({ data }) => this.receive(data);
    this.network.postMessage({
      type: 'open',
      config: {
        scheme: window.location.protocol === 'https:' ? 'wss:' : 'ws:',
        host: window.location.hostname,
        mode: this.mode,
        rooms: this.rooms,
      },
    });
    window.addEventListener('keydown', ({ code }) => this.press(KEYS[code] || 0, true));
    window.addEventListener('keyup', ({ code }) => this.press(KEYS[code] || 0, false));
  }

  press(bit, down) {
    const bits = down ? this.bits | bit : this.bits & ~bit;
    if (bits === this.bits) return;
    this.bits = bits;
    this.network.postMessage({ type: 'input', bits: new Uint8Array([bits]) });
  }

  receive({ type, tick }) {
    if (type === 'closed') this.canvas.setAttribute('aria-label', `Connection lost after ${tick} ticks`);
  }
}

const canvas = document.createElement('canvas');
canvas.width = 1280;
canvas.height = 720;
document.body.append(canvas);
new Arena(canvas, 'brawl').start();
fetch('/api/leaderboard?top=100&season=26').catch(() => {});
