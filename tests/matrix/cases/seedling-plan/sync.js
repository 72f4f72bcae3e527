export function sync(year) {
  const { protocol, host } = window.location;
  const socket = new WebSocket(protocol.replace("http", "ws") + "//" + host + "/ws/planner/" + year + "/");
  socket.addEventListener("message", ({ data }) => {
    window.dispatchEvent(new CustomEvent("planner", { detail: JSON.parse(data) }));
  });
  return socket;
}
