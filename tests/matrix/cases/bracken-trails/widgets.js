function socketAddress({ port, path }) {
  const { protocol, hostname, port: own } = window.location;
  const chosen = port || own;
  return protocol.replace(/^http/, "ws") + "//" + hostname + (chosen ? ":" + chosen : "") + path;
}

function stream(element) {
  const socket = new WebSocket(socketAddress(element.dataset));
  socket.onmessage = (event) => {
    element.textContent = event.data;
  };
  socket.onerror = () => element.classList.add("offline");
}

function parking(element) {
  const request = new XMLHttpRequest();
  request.open("GET", element.dataset.path + ".json");
  request.onload = () => {
    element.textContent = request.responseText;
  };
  request.send();
  stream(element);
}

export const widgets = { conditions: stream, parking };
