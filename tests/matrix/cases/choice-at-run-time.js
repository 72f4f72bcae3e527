// One call for two addresses: the page's host with a fixed port is to change, the public one to stay.
// page: window.region = "eu"
// page: window.region = "local"
const servers = { eu: "wss://eu.vendor.example:9000/rt", local: `ws://${location.hostname}:9000/rt` };
const pick = (name) => servers[name] ?? servers.local;
const socket = new WebSocket(pick(window.region), ["v1"]);
socket.onclose = () => {};
