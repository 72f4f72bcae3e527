// MQTT over WebSocket: a URL with a port, and options alone.
import mqtt from "mqtt";

mqtt.connect(`ws://${location.hostname}:9001/mqtt`, { clientId: "a", reconnectPeriod: 0 });
mqtt.connect({ protocol: "ws", hostname: location.hostname, port: 9002, path: "/options", clientId: "b", reconnectPeriod: 0 });
