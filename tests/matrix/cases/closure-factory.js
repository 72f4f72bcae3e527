// A factory that closes over the port, and a callback that connects later.
function makeConnector(port) {
  const base = "ws://" + window.location.hostname + ":" + port;
  return {
    open: (path) => new WebSocket(base + path),
    later: (path) => setTimeout(() => new WebSocket(base + path + "?later=1"), 500),
  };
}

const a = makeConnector(9000);
const b = makeConnector(9100);
a.open("/a");
b.later("/b");
