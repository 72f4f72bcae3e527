// A native WebSocket to the developer's own machine, no port, with path, query and a subprotocol.
const socket = new WebSocket("ws://localhost/chat?room=1", "chat");
socket.onopen = () => socket.send("hi");
