// Vaccination centre on Laravel: the client keeps a copy of config/broadcasting in a repository with dotted paths, and
// Laravel Echo's options are read with config("broadcasting.connections.reverb.options.port").
import { Repository } from "./repository.js";
import { makeEcho } from "./echo.js";
import { LaneBoard } from "./lanes.js";

const config = new Repository({
  app: { name: "Vaccine lane", build: 6002, url: "http://localhost:8000" },
  broadcasting: {
    default: "reverb",
    connections: {
      reverb: { key: "lane-key", options: { port: 6011, tls: false, transports: ["ws", "wss"] } },
      pusher: { key: "a1b2c3", options: { cluster: "eu", tls: true, transports: ["ws", "wss"] } },
      log: {},
    },
  },
});

const echo = makeEcho(config);
const board = new LaneBoard(4);

echo
  .channel("lanes")
  .listen("PatientCalled", ({ lane, ticket }) => board.call(lane, ticket))
  .listen("LaneClosed", ({ lane }) => board.close(lane));

fetch("/api/lanes/status").then((response) => response.json()).then((all) => board.reset(all), () => board.reset([]));
