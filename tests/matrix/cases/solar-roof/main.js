// A solar roof's monitor: curried and memoized address builders; the inverter's is given its port at the first call.
import { once, memoize, pipe } from "./functional.js";
import { gauge } from "./gauge.js";

const scheme = once(() => (window.location.protocol === "https:" ? "wss" : "ws"));

const address = (port) => (path) => (query) => {
  const authority = port ? [window.location.hostname, port].join(":") : window.location.host;
  return `${scheme()}://${authority}${path}?${new URLSearchParams(query)}`;
};

const inverter = memoize(address(5020));
const household = memoize(address(0));

const decode = pipe(
  (event) => event.data,
  JSON.parse,
  ({ watts, at }) => ({ kilowatts: watts / 1000, at: new Date(at) }),
);

function subscribe(url, draw) {
  const socket = new WebSocket(url);
  socket.addEventListener("message", (event) => draw(decode(event)));
  return () => socket.close();
}

const phases = [1, 2, 3];
const stops = phases.map((phase) => subscribe(inverter("/modbus")({ phase, unit: 5020 }), gauge(`phase ${phase}`)));
stops.push(subscribe(household("/meter")({ total: 1 }), gauge("household")));

window.addEventListener("pagehide", () => stops.forEach((stop) => stop()));
