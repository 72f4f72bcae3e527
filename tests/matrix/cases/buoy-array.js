// Offshore buoys over MQTT.js: connect() gets an options object assembled from key=value text (an .ini-like string of the
// firmware's defaults); a second client names a public broker by URL.
import mqtt from "mqtt";

const FIRMWARE_DEFAULTS = `
  # buoy gateway, rev C
  port = 8884
  path = /mqtt
  keepalive = 45
  username = buoy-viewer
`;

function parseIni(text) {
  const entries = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => {
      const [key, value] = line.split("=").map((part) => part.trim());
      return [key, /^\d+$/.test(value) ? Number(value) : value];
    });
  return Object.fromEntries(entries);
}

const gateway = {
  ...parseIni(FIRMWARE_DEFAULTS),
  protocol: location.protocol === "https:" ? "wss" : "ws",
  hostname: location.hostname,
  reconnectPeriod: 0,
  connectTimeout: 6000,
};

const buoys = new Map();

function remember(topic, payload) {
  const [, id, metric] = topic.split("/");
  const known = buoys.get(id) ?? { id, seen: 0 };
  known[metric] = Number(payload.toString());
  known.seen = Date.now();
  buoys.set(id, known);
}

function draw() {
  const root = document.getElementById("root");
  root.replaceChildren(
    ...[...buoys.values()].map(({ id, wave, wind }) => {
      const row = document.createElement("p");
      row.textContent = `${id}: ${wave ?? "?"} m, ${wind ?? "?"} kn`;
      return row;
    }),
  );
}

const local = mqtt.connect(gateway);
local.on("connect", () => local.subscribe("buoys/+/+"));
local.on("message", (topic, payload) => {
  remember(topic, payload);
  draw();
});
local.on("error", () => local.end(true));

const weather = mqtt.connect("wss://mqtt.seaweather.example:8084/mqtt", { reconnectPeriod: 0, clientId: "buoy-viewer-9000" });
weather.on("connect", () => weather.subscribe("forecast/north-sea"));
weather.on("message", (topic, payload) => {
  document.title = payload.toString();
});
weather.on("error", () => weather.end(true));
