// Sluice gates: ReconnectingWebSocket with a URL provider that rotates through gateways; each is a tuple of host and port
// that a tick of the counter selects. The first is the page's own host, later ones have fixed ports.
import ReconnectingWebSocket from "reconnecting-websocket";

const own = window.location;
const GATEWAYS = [
  [own.hostname, own.port],
  [own.hostname, "8866"],
  ["sluices.rijnwater.example", "8443"],
];

let attempt = 0;
const nextGateway = () => {
  const [host, port] = GATEWAYS[attempt % GATEWAYS.length];
  attempt += 1;
  const secure = own.protocol === "https:" || host !== own.hostname;
  let url = secure ? "wss://" : "ws://";
  url += host;
  if (port) url += ":" + port;
  url += "/gates/state";
  return url;
};

const socket = new ReconnectingWebSocket(nextGateway, ["sluice"], {
  minReconnectionDelay: 1000,
  maxReconnectionDelay: 1500,
  connectionTimeout: 2500,
  maxRetries: 3,
});

const gates = { north: 0, south: 0, lock: 0 };

socket.addEventListener("message", ({ data }) => {
  const { gate, openPercent } = JSON.parse(data);
  if (!(gate in gates)) return;
  gates[gate] = openPercent;
  document.body.dataset[gate] = `${openPercent}%`;
});

function command(gate, openPercent) {
  if (!Number.isInteger(openPercent) || openPercent < 0 || openPercent > 100) {
    throw new RangeError(`a gate opens 0 to 100 %, not ${openPercent}`);
  }
  socket.send(JSON.stringify({ gate, openPercent, ttl: 8000 }));
}

document.addEventListener("keydown", ({ key, shiftKey }) => {
  const gate = { n: "north", s: "south", l: "lock" }[key.toLowerCase()];
  if (gate) command(gate, shiftKey ? 100 : 0);
});

class Levels {
  constructor(source, { unit = "cm", limit = 8866 } = {}) {
    this.source = source;
    this.unit = unit;
    this.limit = limit;
  }

  async refresh() {
    const response = await fetch(`${this.source}?unit=${this.unit}&max=${this.limit}`);
    const { inner, outer } = await response.json();
    return { inner, outer, head: outer - inner };
  }
}

new Levels("/levels/now")
  .refresh()
  .then(({ head }) => {
    document.title = `head ${head} cm`;
  })
  .catch(() => document.body.classList.add("no-levels"));
