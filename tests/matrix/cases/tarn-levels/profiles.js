const profile = (protocol, port, extra) => ({ protocol, port, path: "/mqtt", keepalive: 60, ...extra });

export const PROFILES = {
  "https:": profile("wss", 8084, { rejectUnauthorized: false }),
  "http:": profile("ws", 8083, {}),
  "file:": profile("wss", 443, { hostname: "broker.tarn-watch.example" }),
};

export const TOPICS = ["tarns/+/level", "tarns/+/battery"];
