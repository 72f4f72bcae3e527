let socket = null;

self.addEventListener("message", ({ data: { type, payload } }) => {
  switch (type) {
    case "open":
      socket = new WebSocket(payload.url, payload.protocols);
      socket.onmessage = (event) => self.postMessage(event.data);
      break;
    case "close":
      socket?.close();
      break;
  }
});
