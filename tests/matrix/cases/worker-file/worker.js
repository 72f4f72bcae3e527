const base = `ws://${self.location.hostname}:9000`;
new WebSocket(base + "/worker");
self.onmessage = (event) => new WebSocket(base + event.data.path);
