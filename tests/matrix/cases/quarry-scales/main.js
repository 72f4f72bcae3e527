// Truck scales of a quarry: the page's host is cut at its colon, MQTT.js gets options with the port as a hexadecimal
// number, the weighing journal goes to the page's origin.
import mqtt from "mqtt";
import { pageHost, isSecure } from "./address.js";
import { journal } from "./journal.js";

const BROKER_PORT = 0x2328;
const TOPICS = ["scale/+/gross", "scale/+/tare"];

const client = mqtt.connect({
  protocol: isSecure() ? "wss" : "ws",
  hostname: pageHost(),
  port: BROKER_PORT,
  path: "/mqtt",
  clientId: "scales-panel-1",
  clean: true,
  reconnectPeriod: 0,
  connectTimeout: 9500,
});

const gross = new Map();

client.on("connect", () => client.subscribe(TOPICS, { qos: 1 }));
client.on("message", (topic, payload) => {
  const [, scale, kind] = topic.split("/");
  const kilograms = Number(payload.toString());
  if (kind === "gross") {
    gross.set(scale, kilograms);
    return;
  }
  const net = (gross.get(scale) ?? 0) - kilograms;
  if (net > 0) journal.add({ scale, net });
});
client.on("error", (error) => journal.note(String(error)));

journal.resume();
