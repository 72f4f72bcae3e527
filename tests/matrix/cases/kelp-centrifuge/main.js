// Kelp farm: Centrifuge with a list of transports. Each endpoint is derived from one base by changing its scheme and path;
// the base is set by a setter of a settings class. The history endpoint is the own origin's.
import { Centrifuge } from "centrifuge";
import { RealtimeSettings } from "./realtime-settings.js";
import { history } from "./history.js";

const settings = new RealtimeSettings(window.location);
settings.gateway = 8912;

const centrifuge = new Centrifuge(
  [
    { transport: "websocket", endpoint: settings.endpoint("ws", "connection/websocket") },
    { transport: "http_stream", endpoint: settings.endpoint("http", "connection/http_stream") },
  ],
  { name: "kelp-board", minReconnectDelay: 20000, maxReconnectDelay: 20000, emulationEndpoint: settings.endpoint("http", "emulation") },
);

const rows = centrifuge.newSubscription("rows:growth", { recoverable: true });
rows.on("publication", ({ data }) => {
  document.body.dataset[data.row] = `${data.centimetres} cm`;
});
rows.on("error", () => document.body.classList.add("offline"));
rows.subscribe();
centrifuge.on("error", () => document.body.classList.add("offline"));
centrifuge.connect();

history("rows:growth", 8912).then((all) => all.forEach((item) => console.debug(item)));
