// keep: the address comes from a file that the server delivers.
// page: __matrix.answers["/config.json"] = { ws: "wss://runtime.example:7777/ws" }
fetch("/config.json")
  .then((response) => response.json())
  .then((config) => new WebSocket(config.ws));
