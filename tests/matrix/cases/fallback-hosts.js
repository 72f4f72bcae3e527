// The second address is tried when the first fails.
const hosts = ["wss://stream.vendor.example/fb", `ws://${location.hostname}:9000/fb`];
function connect(index) {
  if (index >= hosts.length) return;
  const socket = new WebSocket(hosts[index]);
  socket.onerror = () => connect(index + 1);
}

connect(0);
