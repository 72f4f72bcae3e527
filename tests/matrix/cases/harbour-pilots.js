// Harbour pilots, where "port" and "location" are words of the trade: objects with host, port and location that are ships
// and quays, never addresses. The live board connects to the page's own origin.
// keep: port codes, berth numbers and local variables called location are no network addresses
const PORTS = [
  { port: 9000, name: "Hoek van Holland", host: "pilot-station", draught: 15.2 },
  { port: 9001, name: "IJmuiden", host: "pilot-station", draught: 13.1 },
  { port: 3000, name: "Vlissingen", host: "tender", draught: 16.5 },
];

function berthLabel(location) {
  return `${location.host}:${location.port}/${location.berth}`;
}

class PilotOrder {
  constructor({ vessel, location, eta }) {
    this.vessel = vessel;
    this.location = location;
    this.eta = new Date(eta);
  }

  get url() {
    return `/orders/${this.vessel.imo}?at=${encodeURIComponent(berthLabel(this.location))}`;
  }

  describe() {
    const port = PORTS.find(({ port }) => port === this.location.port);
    return `${this.vessel.name} to ${port ? port.name : "anchorage"} (${this.location.host})`;
  }
}

const orders = [
  new PilotOrder({
    vessel: { name: "Maas Trader", imo: 9074729 },
    location: { host: PORTS[0].host, port: PORTS[0].port, berth: 12 },
    eta: "2023-11-14T23:40:00Z",
  }),
  new PilotOrder({
    vessel: { name: "Wadden Star", imo: 9321483 },
    location: { host: "localhost-quay", port: 3000, berth: 4 },
    eta: "2023-11-15T03:15:00Z",
  }),
];

function liveBoard() {
  const { protocol, host } = window.location;
  return new WebSocket(`${protocol === "https:" ? "wss" : "ws"}://${host}/pilots/live`);
}

const board = liveBoard();
board.onmessage = ({ data }) => {
  const { imo, port } = JSON.parse(data);
  const order = orders.find(({ vessel }) => vessel.imo === imo);
  if (order) order.location.port = port;
};

for (const order of orders) {
  const row = document.createElement("p");
  row.textContent = order.describe();
  document.body.append(row);
  fetch(order.url).catch(() => row.classList.add("stale"));
}
