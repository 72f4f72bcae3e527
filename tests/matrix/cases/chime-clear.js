// Door chimes: the listener's URL is made from document.baseURI with slice() and a fixed "ws:" scheme, in clear text to the
// page's own host and port (wrong on https only); the intercom derives its scheme properly in the same class.
class Chime {
  #listeners = new Set();
  static scheme = "ws:";

  static address(path) {
    const { href, protocol } = new URL(path, document.baseURI);
    return this.scheme + href.slice(protocol.length);
  }

  constructor(path, { volume = 0.8, melody = "westminster" } = {}) {
    this.path = path;
    this.volume = volume;
    this.melody = melody;
  }

  listen() {
    const socket = new WebSocket(this.constructor.address(this.path));
    socket.onmessage = ({ data }) => this.ring(JSON.parse(data));
    return socket;
  }

  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ring({ door, at = Date.now() }) {
    this.#listeners.forEach((listener) => listener({ door, at, melody: this.melody, volume: this.volume }));
  }
}

class Intercom extends Chime {
  static get scheme() {
    return document.location.protocol === "https:" ? "wss:" : "ws:";
  }

  ring(event) {
    super.ring({ ...event, door: `intercom:${event.door}` });
  }
}

const MELODIES = { westminster: [659, 523, 587, 392], short: [880, 660] };

function play({ melody, volume }) {
  const Audio = window.AudioContext;
  if (!Audio || volume === 0) return;
  const context = new Audio();
  MELODIES[melody].forEach((hertz, index) => {
    const tone = context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(context.destination);
    tone.start(index * 0.4);
    tone.stop(index * 0.4 + 0.35);
  });
}

for (const chime of [new Chime("/chimes/front"), new Intercom("/intercom/front", { melody: "short" })]) {
  chime.on(play);
  chime.listen();
}
