// Correct: paho-mqtt on the page's own port, derived from location.port and the scheme's default.
// keep: 443 and 80 are the defaults of the scheme, 1883 is a label
import Paho from "paho-mqtt";

const DEFAULT_PORTS = { "https:": 443, "http:": 80 };
const NATIVE_MQTT_PORT = 1883;

function pagePort({ port, protocol }) {
  const explicit = parseInt(port, 10);
  return Number.isNaN(explicit) ? DEFAULT_PORTS[protocol] : explicit;
}

const target = {
  host: window.location.hostname,
  port: pagePort(window.location),
  path: "/mqtt",
  useSSL: window.location.protocol === "https:",
};

const panel = document.createElement("div");
document.body?.appendChild(panel);

function show(text) {
  panel.textContent = text;
}

const client = new Paho.Client(target.host, target.port, target.path, "locker-panel");

client.onConnectionLost = ({ errorCode }) => {
  if (errorCode !== 0) show(`Broker lost. Field devices use mqtt://${target.host}:${NATIVE_MQTT_PORT}`);
};

client.onMessageArrived = (message) => {
  const [, locker, topic] = message.destinationName.split("/");
  if (topic === "door") show(`Locker ${locker}: ${message.payloadString}`);
};

client.connect({
  useSSL: target.useSSL,
  timeout: 8,
  keepAliveInterval: 30,
  onSuccess() {
    client.subscribe("lockers/+/door");
    show("ready");
  },
  onFailure() {
    show("no broker");
  },
});
