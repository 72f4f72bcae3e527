// EventSource for positions on the tracker's port, axios (one instance) for everything else on the page's origin.
import { couriers } from "./api/http.js";
import { PositionFeed } from "./api/PositionFeed.js";

const feed = new PositionFeed({ area: "north" });
const markers = new Map();

feed.on("position", ({ courier, lat, lng }) => {
  markers.set(courier, [lat, lng]);
});
feed.on("gone", ({ courier }) => markers.delete(courier));

couriers
  .list("north")
  .then((all) => all.forEach((c) => markers.set(c.id, c.last)))
  .finally(() => feed.open());

setTimeout(() => feed.open(), 400);
