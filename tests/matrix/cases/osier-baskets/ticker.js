export function Ticker(address, items) {
  this.address = address;
  this.items = items;
}

Ticker.prototype.run = function (onCount) {
  const socket = new WebSocket(this.address);
  const self = this;
  socket.onopen = function () {
    socket.send(JSON.stringify({ watch: self.items, every: 9800 }));
  };
  socket.onmessage = function (event) {
    const parts = event.data.split("=");
    if (self.items.indexOf(parts[0]) >= 0) onCount(parts[0], parts[1]);
  };
  return socket;
};
