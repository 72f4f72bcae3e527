// at: http://localhost:5173/
// Bee hive scales over MQTT: a public broker on a port of its own, the own origin's /mqtt behind a proxy, and an
// emulator on this computer only where the page itself is served by its development server on port 5173.
import mqtt from "mqtt";

const PUBLIC_BROKER = "wss://broker.hivescales.example:8884/mqtt";
const EMULATOR = "ws://localhost:9001";
const DEV_PORT = "5173";

const LISTENERS = { tcp: 1883, tls: 8883, ws: 9001, wss: 8884 };

function ownBroker({ protocol, host, hostname, port }) {
  const emulated = hostname === "localhost" && port === DEV_PORT;
  if (emulated) return EMULATOR;
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/mqtt`;
}

const describe = (url) => {
  const { port } = new URL(url);
  const [name = "proxy"] = Object.entries(LISTENERS).find(([, number]) => String(number) === port) ?? [];
  return `${url} (${name})`;
};

class Apiary {
  #hives = new Map();

  constructor(name) {
    this.name = name;
    this.links = [];
  }

  link(url, topic) {
    const client = mqtt.connect(url, { clientId: `hive-${this.links.length}`, reconnectPeriod: 6000, connectTimeout: 4000 });
    client.on("connect", () => client.subscribe(`${topic}/+/weight`));
    client.on("message", (subject, payload) => this.weigh(subject.split("/").at(-2), Number(payload)));
    client.on("error", () => {});
    this.links.push({ client, label: describe(url) });
    return this;
  }

  weigh(hive, grams) {
    const history = this.#hives.get(hive) ?? [];
    history.push(grams / 1000);
    this.#hives.set(hive, history.slice(-288));
  }

  get report() {
    return [...this.#hives].map(([hive, weights]) => ({
      hive,
      change: (weights.at(-1) - weights[0]).toFixed(2),
      swarmed: weights.some((weight, i) => i > 0 && weights[i - 1] - weight > 1.5),
    }));
  }
}

const apiary = new Apiary("orchard").link(PUBLIC_BROKER, "weather").link(ownBroker(window.location), "orchard");

const footer = document.body.appendChild(document.createElement("footer"));
footer.textContent = apiary.links.map(({ label }) => label).join(", ");
setInterval(() => console.table(apiary.report), 60000);
