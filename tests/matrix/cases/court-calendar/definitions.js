import { Services } from "./registry.js";
import { COURTS, LIGHTS, WEATHER } from "./keys.js";

const secure = window.location.protocol === "https:";
const ws = secure ? "wss" : "ws";

Services.define(COURTS, () => ({ scheme: ws, authority: window.location.host, path: "/courts" }))
  .define(LIGHTS, () => ({ scheme: ws, authority: `${window.location.hostname}:9600`, path: "/dali" }))
  .define(WEATHER, ({ station }) => ({
    scheme: "https",
    authority: "weather.meteo.example:8443",
    path: `/stations/${station}`,
    query: {},
  }));
