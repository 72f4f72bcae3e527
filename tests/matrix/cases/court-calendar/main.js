// Courts of a tennis club: a Map registry keyed by symbols holds factories of addresses; one of three names a port.
import { Services } from "./registry.js";
import { COURTS, LIGHTS, WEATHER } from "./keys.js";
import "./definitions.js";

const root = document.getElementById("root");

const courts = new WebSocket(Services.resolve(COURTS, { club: "south" }));
courts.onmessage = ({ data }) => {
  const { court, until } = JSON.parse(data);
  root.textContent = `court ${court} is taken until ${until}`;
};

const lights = new WebSocket(Services.resolve(LIGHTS, {}));
lights.onopen = () => lights.send(JSON.stringify({ cmd: "status", lux: 9600 }));

const weather = new EventSource(Services.resolve(WEATHER, { station: 9600 }));
weather.onmessage = ({ data }) => {
  root.dataset.wind = data;
};
