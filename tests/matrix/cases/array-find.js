// The endpoint is looked up in a list by name.
const endpoints = [
  { name: "public", url: "wss://stream.vendor.example/ws" },
  { name: "local", url: "ws://127.0.0.1:6001/ws" },
];
const chosen = endpoints.find((e) => e.name === "local");
new WebSocket(chosen.url);
