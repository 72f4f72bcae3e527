// Smelter: engine.io-client given a URL from host.split(":") with a port that a build-time variable may replace by ||; its
// options object is completed by a chain of small pure functions (pipe). Uptime beacons go to the page.
// env: SMELTER_PORT=
import { Socket } from "engine.io-client";
import { pipe, withHost, withPath, withPort, withScheme, toUrl } from "./address.js";
import { ladles } from "./ladle.js";

const PORT = process.env.SMELTER_PORT || "3777";

const probeAddress = pipe(withScheme("ws"), withHost(location.host), withPort(PORT), withPath("probe"))({});
const ownAddress = pipe(withScheme("ws"), withHost(location.hostname), withPort(location.port), withPath("control"))({});

const probe = new Socket(toUrl(probeAddress), { path: "/probe.io/", transports: ["websocket"] });
const control = new Socket(toUrl(ownAddress), { path: "/control.io/", transports: ["websocket"] });

probe.on("message", (text) => {
  const { crucible, kelvin } = JSON.parse(text);
  document.body.dataset[`crucible${crucible}`] = `${Math.round(kelvin - 273.15)} °C`;
  document.body.classList.toggle("alarm", ladles[crucible].read(kelvin) === "alarm");
});
control.on("open", () => control.send(JSON.stringify({ watch: ["slag", "gas"], every: 3777 })));

for (const socket of [probe, control]) {
  socket.on("error", () => document.body.classList.add("degraded"));
}

navigator.sendBeacon("/uptime", JSON.stringify({ page: "smelter", port: PORT }));
