// Race telemetry: endpoint templates with {placeholders} filled by a replace callback from a dictionary of values; the
// standings template names the page's host with its own port, the timing template a fixed one.
const TEMPLATES = {
  standings: "{ws}://{host}/race/{race}/standings",
  timing: "{ws}://{hostname}:{timingPort}/race/{race}/laps?format={format}",
  archive: "https://archive.ribbonrace.example:9443/{race}.json",
};

const dictionary = {
  ws: () => (location.protocol === "https:" ? "wss" : "ws"),
  host: () => location.host,
  hostname: () => location.hostname,
  timingPort: "5150",
  format: "cbor",
  sampleRate: "9000",
};

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (placeholder, key) => {
    const value = key in values ? values[key] : dictionary[key];
    if (value === undefined) return placeholder;
    return typeof value === "function" ? value() : String(value);
  });
}

class RaceBoard {
  constructor(race) {
    this.race = race;
    this.positions = new Map();
    this.laps = [];
  }

  follow(kind, handler) {
    const socket = new WebSocket(fill(TEMPLATES[kind], { race: this.race }));
    socket.addEventListener("message", ({ data }) => handler.call(this, JSON.parse(data)));
    socket.addEventListener("close", () => this.mark(kind, "offline"));
    return socket;
  }

  onStanding({ car, position }) {
    this.positions.set(car, position);
    this.render();
  }

  onLap(lap) {
    this.laps.push(lap);
    if (this.laps.length > 5000) this.laps.splice(0, 1000);
  }

  mark(kind, state) {
    document.body.setAttribute(`data-${kind}`, state);
  }

  render() {
    const rows = [...this.positions].sort((a, b) => a[1] - b[1]);
    document.getElementById("root").innerHTML = rows.map(([car, p]) => `<li>${p}. ${car}</li>`).join("");
  }
}

const board = new RaceBoard("spa-24h");
board.follow("standings", board.onStanding);
board.follow("timing", board.onLap);

fetch(fill(TEMPLATES.archive, { race: "spa-24h-2023" }))
  .then((response) => response.json())
  .then(({ laps }) => board.laps.unshift(...laps))
  .catch(() => board.mark("archive", "missing"));
