// A league's live scores: URI templates ("{+origin}:{port}/…") are expanded by a small template engine over layered variables
// (globals, league, fixture); a league overrides the port of the commentary server.
import { expand, layers } from "./templates.js";
import { LEAGUES } from "./leagues.js";

const TEMPLATES = {
  table: "/leagues/{league}/table{?season}",
  commentary: "{scheme}://{hostname}:{commentaryPort}/c/{league}/{fixture}{?from}",
};

const globals = {
  scheme: { "http:": "ws", "https:": "wss" }[window.location.protocol],
  hostname: window.location.hostname,
  season: "2023-24",
  from: 4500,
};

const root = document.getElementById("root");

function follow(league, fixture) {
  const variables = layers(globals, LEAGUES[league], { league, fixture });
  fetch(expand(TEMPLATES.table, variables)).catch(() => {
    root.textContent = "No table";
  });
  const socket = new WebSocket(expand(TEMPLATES.commentary, variables));
  socket.onmessage = ({ data }) => {
    root.textContent = data;
  };
}

follow("county", "ash-v-elm");
