// Parking operator's console: regional public hosts with fixed ports in an environment table, chosen by the tenant's
// region; the settings also have a private address for the depot's own build, which nothing selects.
// keep: public hosts with their ports, and the page's own origin
import { createRegionalClient } from "./regional-client";
import { environment } from "./environment";

const client = createRegionalClient(environment("eu"));

client.occupancy((garage, free) => document.body.setAttribute(`data-${garage}`, String(free)));
client.tariffs().then(
  (tariffs) => (document.title = `${tariffs.length} tariffs`),
  () => (document.title = "tariffs unavailable"),
);
