// Brewery vats with Paho: settings inherit by prototype (Object.create): site ← hall ← vat; the port is found two levels up.
// The lab's settings shadow it with the page's port.
import Paho from "paho-mqtt";

const secure = location.protocol === "https:";

const site = { host: location.hostname, port: 8093, path: "/mqtt", clean: true, keepAlive: 45 };

const hall = Object.create(site);
hall.prefix = "hall-2/";

const vat = Object.create(hall, { topic: { value: "vat/17/temperature", enumerable: true } });

const lab = Object.create(site);
lab.port = Number(location.port) || (secure ? 443 : 80);
lab.prefix = "lab/";
lab.topic = "samples";

class Subscriber {
  constructor(settings) {
    this.settings = settings;
    this.client = new Paho.Client(settings.host, settings.port, settings.path, `brew-${settings.prefix.slice(0, -1)}`);
    this.client.onMessageArrived = ({ payloadString }) => this.receive(payloadString);
    this.client.onConnectionLost = () => this.show("lost");
  }

  start() {
    const { clean, keepAlive, prefix, topic } = this.settings;
    this.client.connect({
      useSSL: secure,
      cleanSession: clean,
      keepAliveInterval: keepAlive,
      timeout: 8,
      onSuccess: () => this.client.subscribe(prefix + topic, { qos: 1 }),
      onFailure: () => this.show("unreachable"),
    });
    return this;
  }

  receive(text) {
    const celsius = Number.parseFloat(text);
    this.show(Number.isNaN(celsius) ? "?" : `${celsius.toFixed(1)} °C`);
  }

  show(text) {
    document.body.dataset[this.settings.prefix.replace(/\W/g, "")] = text;
  }
}

[vat, lab].map((settings) => new Subscriber(settings).start());

function recipe(steps) {
  const plan = [];
  let minutes = 0;
  for (const { name, celsius, hold } of steps) {
    plan.push({ name, celsius, from: minutes, to: (minutes += hold) });
  }
  return plan;
}

const mash = recipe([
  { name: "beta rest", celsius: 63, hold: 35 },
  { name: "alpha rest", celsius: 72, hold: 20 },
  { name: "mash out", celsius: 78, hold: 10 },
]);

fetch(`/recipes/mash?steps=${mash.length}&batch=8093`)
  .then((response) => response.json())
  .catch(() => mash)
  .then((plan) => {
    document.title = plan.map(({ name }) => name).join(", ");
  });
