// Arrays walked with map, forEach and for..of: one connection for each port.
const ports = [9000, 9001];
ports.forEach((port) => new WebSocket(`ws://${location.hostname}:${port}/each`));
const urls = ["/m1", "/m2"].map((path) => "ws://" + location.hostname + ":9002" + path);
for (const url of urls) {
  new WebSocket(url);
}
