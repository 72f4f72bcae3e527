// Lifts of a ski resort: Centrifuge with a list of transports, walked by find for the one in use; a token is fetched from
// the page's own origin.
import { Centrifuge } from "centrifuge";
import { transports, endpointOf } from "./transports.js";

const root = document.getElementById("root");
const lifts = { gondola: 0, chair: 0, tow: 0 };

const centrifuge = new Centrifuge(endpointOf(transports, "websocket"), {
  name: "lift-board",
  minReconnectDelay: 8000,
  maxReconnectDelay: 20000,
});

const subscription = centrifuge.newSubscription("lifts");
subscription.on("publication", ({ data }) => {
  Object.assign(lifts, data);
  root.textContent = Object.entries(lifts)
    .map(([lift, minutes]) => `${lift}: ${minutes} min`)
    .join(", ");
});
subscription.subscribe();
centrifuge.connect();

const snow = new EventSource(endpointOf(transports, "sse"));
snow.addEventListener("depth", ({ data }) => {
  root.dataset.snow = data;
});
