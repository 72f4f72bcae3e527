const SCHEMES = new Map([
  ["http:", "ws:"],
  ["https:", "wss:"],
]);

export function open(authority, path, onLitres) {
  const scheme = SCHEMES.get(window.location.protocol) ?? "wss:";
  const socket = new WebSocket([scheme, "", authority].join("/").concat(path));
  let total = 0;
  socket.addEventListener("message", ({ data }) => {
    total += Number(data);
    onLitres(total.toFixed(1));
  });
  return socket;
}
