// A pottery's oven: the Paho client is given host, port and path one by one from destructured defaults; the load cell of
// the same broker is reached through the page's own port.
import Paho from "paho-mqtt";

const secure = window.location.protocol === "https:";

function client({ host = window.location.hostname, port = 9001, path = "/mqtt", id } = {}) {
  const created = new Paho.Client(host, Number(port), path, id);
  created.onConnectionLost = ({ errorMessage }) => {
    document.getElementById("root").dataset.lost = `${id}: ${errorMessage}`;
  };
  return created;
}

const ownPort = window.location.port || (secure ? 443 : 80);

const oven = client({ id: "oven-panel" });
const scale = client({ id: "scale-panel", port: ownPort, path: "/broker" });

const PROGRAM = [
  { until: 600, rate: 100 },
  { until: 1060, rate: 150 },
  { until: 1260, rate: 90 },
];

let temperature = 20;

function stage() {
  return PROGRAM.find(({ until }) => temperature < until) ?? PROGRAM[PROGRAM.length - 1];
}

oven.onMessageArrived = ({ destinationName, payloadString }) => {
  if (destinationName !== "oven/temperature") return;
  temperature = parseFloat(payloadString);
  const { until, rate } = stage();
  document.getElementById("root").textContent = `${temperature} °C, ${rate} °C/h until ${until} °C`;
};

scale.onMessageArrived = ({ payloadString }) => {
  document.getElementById("root").title = `${payloadString} kg`;
};

function connect(target, topic) {
  target.connect({
    useSSL: secure,
    timeout: 10,
    onSuccess: () => target.subscribe(topic),
    onFailure: ({ errorMessage }) => {
      document.getElementById("root").dataset.failure = errorMessage;
    },
  });
}

connect(oven, "oven/#");
connect(scale, "scale/#");
