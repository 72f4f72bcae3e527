// A fluent endpoint builder: a Centrifuge connection with a port of its own, a same-origin socket and a same-origin request.
import { Centrifuge } from "centrifuge";
import { Endpoint } from "./endpoint.js";

const CENTRIFUGO_PORT = 8000;

const realtime = Endpoint.here().websocket().port(CENTRIFUGO_PORT).path("connection", "websocket").build();
const control = Endpoint.here().websocket().path("relay", "control").param("studio", 4).build();
const presets = Endpoint.here().path("api", "presets").build();

const centrifuge = new Centrifuge(realtime, { timeout: 5000, maxReconnectDelay: 8000 });
centrifuge.on("error", () => {});
const levels = centrifuge.newSubscription("studio:levels");
levels.on("publication", ({ data }) => {
  document.title = `L ${data.left} R ${data.right}`;
});
levels.subscribe();
centrifuge.connect();

const desk = new WebSocket(control, "relay.v1");
desk.onmessage = ({ data }) => console.debug("desk", data);

fetch(presets)
  .then((response) => response.json())
  .then((list) => console.debug("presets", list.length))
  .catch(() => console.debug("no presets"));
