// Departure boards of a tram operator: settings merged per deployment stage, one URL builder called from several places;
// the vehicle feed alone keeps the port of the positioning daemon.
// env: DEPLOY_STAGE=production
import { settings } from "./settings.js";
import { endpoint, socketEndpoint } from "./endpoints.js";
import { Board } from "./board.js";

const board = new Board(document.getElementById("root"), settings.refresh);

function watch(kind, onMessage) {
  const socket = new WebSocket(socketEndpoint(kind));
  socket.addEventListener("message", (event) => onMessage(JSON.parse(event.data)));
  socket.addEventListener("close", () => board.offline(kind));
  return socket;
}

async function load(kind) {
  try {
    const response = await fetch(endpoint(kind, { limit: settings.limit }), { headers: { accept: "application/json" } });
    return await response.json();
  } catch {
    return [];
  }
}

load("departures").then((rows) => board.rows(rows));
load("notices").then((rows) => board.notices(rows));
watch("vehicles", (position) => board.move(position.line, position.stop));
watch("alerts", (alert) => board.notices([alert]));
