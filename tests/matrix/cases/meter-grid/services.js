const here = window.location

export const SERVICES = {
  telemetry: { kind: "socket", host: here.hostname, port: 9100, path: "/telemetry" },
  outages: { kind: "socket", host: here.hostname, port: here.port, path: "/outages" },
  tariffs: { kind: "stream", url: "/tariffs/stream" },
  archive: { kind: "stream", url: `${here.protocol}//${here.hostname}:9200/archive` },
  weather: { kind: "stream", url: "https://feeds.weather-board.example:8443/v2/stream?station=71" },
  printer: { kind: "serial", port: 9300 },
}
