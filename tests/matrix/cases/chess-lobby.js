// keep: a chess lobby over SockJS on the page's origin; a development branch with localhost that every production build drops.
// page: window.global = window
import SockJS from "sockjs-client";

const DEV = process.env.NODE_ENV !== "production";

const CLOCKS = { bullet: [60, 0], blitz: [300, 3], rapid: [900, 10], classical: [5400, 30] };

function realtimeRoot() {
  if (process.env.NODE_ENV !== "production") {
    // The lobby server runs beside the dev server: npm run lobby -- --port 8999
    return "http://localhost:8999/lobby";
  }
  return "/lobby";
}

const Lobby = (function () {
  const seeks = new Map();
  const subscribers = [];
  let sock = null;

  function publish() {
    const snapshot = Array.from(seeks.values()).sort((a, b) => b.rating - a.rating);
    subscribers.forEach((fn) => fn(snapshot));
  }

  const protocol = {
    seek({ id, rating, clock }) {
      seeks.set(id, { id, rating, clock });
    },
    unseek({ id }) {
      seeks.delete(id);
    },
    reset() {
      seeks.clear();
    },
  };

  return {
    subscribe(fn) {
      subscribers.push(fn);
      fn([]);
    },
    enter() {
      if (sock) return;
      sock = new SockJS(realtimeRoot(), null, { transports: ["websocket", "xhr-streaming"], timeout: 8999 });
      sock.onmessage = ({ data }) => {
        const [type, body] = JSON.parse(data);
        if (protocol[type]) protocol[type](body);
        publish();
      };
      sock.onclose = () => {
        sock = null;
        protocol.reset();
        publish();
      };
    },
    leave() {
      if (sock) sock.close();
    },
  };
})();

function describe(clock) {
  const [seconds, increment] = CLOCKS[clock] || CLOCKS.blitz;
  return `${seconds / 60}+${increment}`;
}

const table = document.body.appendChild(document.createElement("table"));

Lobby.subscribe((seeks) => {
  table.innerHTML = "";
  seeks.forEach(({ rating, clock }) => {
    const row = table.insertRow();
    row.insertCell().textContent = rating;
    row.insertCell().textContent = describe(clock);
  });
});
Lobby.enter();
if (DEV) window.Lobby = Lobby;
