// MQTT.js with options alone: a local host, a port from a table.
import mqtt from "mqtt";

const brokers = { live: { host: "localhost", port: 9001, path: "/live" } };
mqtt.connect({ ...brokers.live, protocol: "ws", clientId: "a", reconnectPeriod: 0 });
mqtt.connect({ protocol: "ws", hostname: location.hostname, port: 9002, path: "/plain", clientId: "b", reconnectPeriod: 0 });
