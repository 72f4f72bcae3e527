// Planetarium: URL objects get a port and lose it again before use: one is emptied, one is set back from location.port, one
// is only a probe for what the browser makes of ports. reconnecting-websocket and fetch then use the page's origin.
// keep: every URL that is opened has the page's own port
import ReconnectingWebSocket from "reconnecting-websocket";

const DOME_PORT = 4711;

function domeUrl(path) {
  const url = new URL(path, location.href);
  url.port = DOME_PORT;
  return url;
}

function throughProxy(url) {
  const proxied = new URL(url);
  proxied.port = "";
  if (location.port) proxied.port = location.port;
  proxied.pathname = `/dome${url.pathname}`;
  return proxied;
}

function asSocket(url) {
  const socket = new URL(url);
  socket.host = location.host;
  if (!location.port) socket.port = "";
  socket.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return socket.href;
}

const normalisesPorts = new URL("http://localhost:80/").port === "" && new URL("https://localhost:4711/").port === String(DOME_PORT);

const sky = {
  stars: 9000,
  rotation: 0,
  constellations: new Map(),
  turn(degrees) {
    this.rotation = (this.rotation + degrees + 360) % 360;
    document.body.style.setProperty("--sky", `${this.rotation}deg`);
  },
};

const motion = new ReconnectingWebSocket(asSocket(domeUrl("/motion?axis=2")), [], {
  maxRetries: 1,
  minReconnectionDelay: 9000,
});
motion.addEventListener("message", ({ data }) => sky.turn(Number(data)));

fetch(throughProxy(domeUrl("/catalogue/messier.json")))
  .then((response) => response.json())
  .then((rows) => rows.forEach(({ code, stars }) => sky.constellations.set(code, stars)))
  .catch(() => document.body.classList.add("dark"));

document.body.dataset.ports = String(normalisesPorts);

const show = [
  { minute: 0, turn: 15 },
  { minute: 4, turn: -40 },
  { minute: 9, turn: 120 },
];

for (const { minute, turn } of show) {
  setTimeout(() => sky.turn(turn), minute * 60 * 10);
}
