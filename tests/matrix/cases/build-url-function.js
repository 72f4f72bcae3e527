// One function builds the URL, several places call it with other ports.
function socketUrl(path, port = 9000) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${location.hostname}:${port}${path}`;
}

const feed = new WebSocket(socketUrl("/feed"));
const chat = new WebSocket(socketUrl("/chat", 9001));
const page = new WebSocket(socketUrl("/own", location.port || (location.protocol === "https:" ? 443 : 80)));
console.log(feed, chat, page);
