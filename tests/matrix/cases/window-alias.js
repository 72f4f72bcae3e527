// The page's objects through aliases: self, globalThis, document.location, a local w.
const w = window;
const { WebSocket: Socket } = self;
new w.WebSocket("ws://" + document.location.hostname + ":9000/alias");
new Socket(`ws://${globalThis.location.hostname}:9001/self`);
const loc = w.top.location;
new Socket("ws://" + loc.hostname + ":9002/top");
