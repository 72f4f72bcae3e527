// An adapter interface: a table of constructors, one chosen by name, its URL made by a template method.
class WsAdapter {
  scheme = "ws";
  connect(url) {
    return new WebSocket(url);
  }
}
class SseAdapter {
  scheme = "http";
  connect(url) {
    return new EventSource(url);
  }
}
const ADAPTERS = { ws: WsAdapter, sse: SseAdapter };

function start(kind, port) {
  const adapter = new ADAPTERS[kind]();
  return adapter.connect(`${adapter.scheme}://${location.hostname}:${port}/${kind}`);
}

start("ws", 9000);
start("sse", 9001);
