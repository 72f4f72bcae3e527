// An API base with a fixed port, its scheme turned from http to ws.
const API = `${window.location.protocol}//${window.location.hostname}:8000`;
const ws = API.replace(/^http/, "ws");
new WebSocket(ws + "/ws/notifications");
new WebSocket(`${API.replace("http", "ws")}/ws/second`);
