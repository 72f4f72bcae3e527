// The server's file may name the address; if it does not, a fixed port is used.
// page: __matrix.answers["/config.json"] = {}
// page: __matrix.answers["/config.json"] = { ws: "wss://runtime.example:7777/ws" }
async function main() {
  const response = await fetch("/config.json");
  const config = await response.json();
  const url = config.ws || `ws://${location.hostname}:9000/config`;
  new WebSocket(url);
}

main();
