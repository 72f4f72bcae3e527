// Lake gauges over MQTT: connection options as an object (protocol, hostname, port, path) picked from profiles by the page's
// scheme; history comes from the page's origin.
import { connectGauges } from "./gauges.js";
import { history } from "./history.js";

const root = document.getElementById("root");
const levels = {};

connectGauges((gauge, centimetres) => {
  levels[gauge] = centimetres;
  root.textContent = JSON.stringify(levels);
});
history("upper-tarn", 72).then(
  (rows) => root.setAttribute("data-rows", String(rows.length)),
  () => root.setAttribute("data-rows", "0"),
);
