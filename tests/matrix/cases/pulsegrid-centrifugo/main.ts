// Monitoring wall on Centrifuge with a list of transports: the websocket endpoint is the page's own, the SSE fallback
// was given Centrifugo's own port 8118, by a builder that folds over transport kinds.
import { Centrifuge } from "centrifuge";
import { transports } from "./transports";

const centrifuge = new Centrifuge(transports(["websocket", "sse"]), {
  name: "pulsegrid",
  minReconnectDelay: 300,
  maxReconnectDelay: 4000,
  emulationEndpoint: "/emulation",
});

centrifuge.on("state", ({ newState }) => document.body.setAttribute("data-link", newState));

const alerts = centrifuge.newSubscription("alerts:eu", { recover: true });
alerts.on("publication", ({ data }) => {
  const row = document.createElement("li");
  row.textContent = `${data.host}: ${data.summary} (exporter :9100)`;
  document.body.append(row);
});
alerts.subscribe();
centrifuge.connect();
