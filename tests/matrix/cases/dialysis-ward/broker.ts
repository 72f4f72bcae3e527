import mqtt, { type IClientOptions, type MqttClient } from "mqtt";
import { profiles, type Profile } from "./profiles";

type Listener = (topic: string, payload: string) => void;

function toOptions(profile: Profile): IClientOptions {
  const secure = window.location.protocol === "https:";
  const common: IClientOptions = {
    protocol: secure ? "wss" : "ws",
    path: profile.path,
    keepalive: profile.keepalive,
    clientId: "ward-monitor",
    reconnectPeriod: 5000,
    clean: true,
  };
  switch (profile.kind) {
    case "direct":
      return { ...common, hostname: window.location.hostname, port: profile.listener };
    case "gateway":
      return {
        ...common,
        hostname: window.location.hostname,
        port: Number(window.location.port) || (secure ? 443 : 80),
      };
  }
}

export function openBroker(name: string, listener: Listener): MqttClient {
  const profile = profiles.get(name);
  if (!profile) throw new Error(`unknown broker profile ${name}`);
  const client = mqtt.connect(toOptions(profile));
  client.on("message", (topic, payload) => listener(topic, payload.toString()));
  client.on("error", () => {});
  return client;
}
