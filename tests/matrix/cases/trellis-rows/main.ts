// A vineyard's sensors: clients come from a Proxy whose get trap makes an endpoint for any property name; ports by name in a
// typed map, unknown names are paths of the page's origin.
import { endpoints } from "./endpoints";
import { Row } from "./row";

const { soil, weather, tasks } = endpoints;
const rows = [1, 2].map((number) => new Row(number, soil));

rows.forEach((row) => row.listen());
weather.json("/today").catch(() => ({ rain: 0 }));
tasks.json("/open?row=1").then(
  (list) => (document.title = `${list.length} tasks`),
  () => (document.title = "No tasks"),
);
