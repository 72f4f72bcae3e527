// Services announce themselves on an event emitter; a registry keeps their addresses and hands out jQuery clients once
// they are known. Cues come over Paho MQTT with host, port and path as separate arguments.
import $ from "jquery";
import Paho from "paho-mqtt";
import { Emitter } from "./emitter.js";
import { Registry } from "./registry.js";
import { announceAll } from "./manifest.js";

const bus = new Emitter();
const registry = new Registry(bus, window.location);
const $root = $("#root").length ? $("#root") : $("body");

bus.on("registry:ready", ({ name }) => {
  $root.append($("<p>").addClass(name).text(`${name} ready`));
});

registry.whenReady("inventory").then((client) =>
  client.get("/props", { act: 2 }).done((props) => $root.find(".inventory").text(`${props.length} props`)),
).catch(() => {});

registry.whenReady("schedule").then((client) => client.get("/calls").fail(() => $root.find(".schedule").text("No calls"))).catch(() => {});

registry.whenReady("cues").then(({ endpoint }) => {
  const client = new Paho.Client(endpoint.hostname, Number(endpoint.port), "/mqtt", `crew-${Date.now()}`);
  client.onMessageArrived = ({ payloadString }) => bus.emit("cue", JSON.parse(payloadString));
  client.connect({ useSSL: endpoint.protocol === "https:", timeout: 4, onSuccess: () => client.subscribe("cues/#"), onFailure: () => {} });
});

announceAll(bus);
