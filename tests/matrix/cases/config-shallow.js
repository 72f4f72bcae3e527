// Defaults under window.__CONFIG__ by spread, the URL from the result.
// page:
// page: window.__CONFIG__ = { wsPort: 7777 }
const config = Object.freeze({ wsPort: 9000, wsPath: "/cfg", ...(window.__CONFIG__ || {}) });

const socket = new WebSocket(["ws://", location.hostname, ":", config.wsPort, config.wsPath].join(""));
socket.onclose = () => {};
