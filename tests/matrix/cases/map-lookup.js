// A Map by environment, Object.freeze, Object.fromEntries.
// page: window.ENV_NAME = "local"
// page: window.ENV_NAME = "cloud"
const hosts = new Map([
  ["local", `ws://${location.hostname}:9000`],
  ["cloud", "wss://cloud.vendor.example:9000"],
]);
const frozen = Object.freeze({ port: 9001, path: "/frozen" });
const pairs = Object.fromEntries([["port", 9002], ["path", "/pairs"]]);

new WebSocket(hosts.get(window.ENV_NAME) + "/map");
new WebSocket(`ws://${location.hostname}:${frozen.port}${frozen.path}`);
new WebSocket(`ws://${location.hostname}:${pairs.port}${pairs.path}`);
