export function open(port, path = "/plain") {
  return new WebSocket("ws://" + window.location.hostname + ":" + port + path);
}
