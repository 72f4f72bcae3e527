// A chart plotter on a boat: private fields, getters and a private method make the address of the NMEA bridge, its port
// written as 1e4 + 110; the route planner's getter in the same hierarchy stays with the page.
const NMEA = 1e4 + 110;

class Feed {
  #path;
  #socket = null;

  constructor(path) {
    this.#path = path;
  }

  get #scheme() {
    return window.location.protocol === "http:" ? "ws:" : "wss:";
  }

  get authority() {
    return window.location.host;
  }

  get url() {
    return `${this.#scheme}//${this.authority}${this.#path}`;
  }

  connect(onLine) {
    this.#socket ??= new WebSocket(this.url);
    this.#socket.onmessage = ({ data }) => data.split(/\r?\n/).forEach(onLine);
    return this;
  }

  get connected() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }
}

class NmeaFeed extends Feed {
  #port = NMEA;

  constructor() {
    super("/nmea");
  }

  get authority() {
    return window.location.hostname + ":" + this.#port.toFixed(0);
  }

  static checksum(sentence) {
    const body = sentence.slice(1, sentence.indexOf("*"));
    return [...body].reduce((sum, character) => sum ^ character.charCodeAt(0), 0);
  }
}

class RouteFeed extends Feed {
  constructor(route) {
    super(`/routes/${route}/live`);
  }
}

const position = { latitude: 54.32, longitude: 10.11, port: "Kiel", zoom: 10110 };
const root = document.getElementById("root");

const instruments = new NmeaFeed().connect((sentence) => {
  if (!sentence.startsWith("$GPGLL") || !NmeaFeed.checksum(sentence)) return;
  [, position.latitude, , position.longitude] = sentence.split(",");
  root.textContent = `${position.latitude} ${position.longitude}`;
});
new RouteFeed("kiel-fjord").connect((waypoint) => {
  root.dataset.next = waypoint;
});
setTimeout(() => {
  root.dataset.instruments = String(instruments.connected);
}, 3000);
