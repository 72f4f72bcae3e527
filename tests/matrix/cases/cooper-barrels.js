// Cooperage: socket.io three ways in one product. io(":9720") for the line, io.connect with an options object for the
// scales, and a bare namespace (own origin) for people.
import { io } from "socket.io-client";

const shared = { transports: ["websocket"], reconnection: false, timeout: 9000 };

const line = io(":9720", { ...shared, path: "/line.io" });
const scales = io.connect(location.hostname + ":9721", {
  ...shared,
  secure: location.protocol === "https:",
  query: { hall: "oak", port: "3000" },
});
const people = io("/people", shared);

const state = { barrels: 0, kilos: 0, crew: [] };

function render() {
  document.title = `${state.barrels} barrels, ${state.kilos} kg, ${state.crew.length} coopers`;
}

line.on("barrel", ({ litres }) => {
  state.barrels += litres >= 225 ? 1 : 0;
  render();
});

scales.on("weight", (kilos) => {
  state.kilos = Math.round(kilos * 10) / 10;
  render();
});

people.on("crew", (names) => {
  state.crew = names;
  render();
});

[line, scales, people].forEach((socket) => {
  socket.on("connect_error", () => document.body.classList.add("degraded"));
});

const history = {
  limit: 3000,
  rows: [],
  push(kind, value) {
    this.rows.push({ kind, value, at: Date.now() });
    if (this.rows.length > this.limit) this.rows.shift();
  },
  export() {
    return this.rows.map(({ kind, value, at }) => `${new Date(at).toISOString()};${kind};${value}`).join("\n");
  },
};

line.onAny((kind, value) => history.push(kind, value?.litres ?? 0));
scales.onAny((kind, value) => history.push(kind, value));

setTimeout(() => {
  const body = new Blob([history.export()], { type: "text/csv" });
  fetch("/history/today.csv", { method: "PUT", body }).catch(() => people.emit("unsaved", history.rows.length));
}, 8000);

document.addEventListener("visibilitychange", () => {
  const wanted = document.visibilityState === "visible";
  for (const socket of [line, scales]) {
    if (wanted && !socket.connected) socket.connect();
    else if (!wanted) socket.disconnect();
  }
});
