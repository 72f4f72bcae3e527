import mqtt from "mqtt";
import { PROFILES, TOPICS } from "./profiles.js";

export function connectGauges(onLevel) {
  const chosen = PROFILES[window.location.protocol] || PROFILES["file:"];
  const client = mqtt.connect({
    hostname: window.location.hostname,
    ...chosen,
    clientId: "tarn-web-" + Math.random().toString(16).slice(2, 10),
    reconnectPeriod: 0,
    connectTimeout: 1883,
  });
  client.on("connect", () => client.subscribe(TOPICS));
  client.on("message", (topic, payload) => {
    const [, gauge, kind] = topic.split("/");
    if (kind === "level") onLevel(gauge, Number(payload.toString()));
  });
  client.on("error", () => {});
  return client;
}
