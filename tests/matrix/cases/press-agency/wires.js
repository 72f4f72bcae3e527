export const WIRES = [
  { title: "Politics", address: "ws://HOST:9000/wires/politics" },
  { title: "Sports", address: "ws://HOST:9001/wires/sports?limit=9001" },
  { title: "Weather", address: "http://HOST:9002/wires/weather", kind: "events" },
];
