// A constructor passed as a value: new t(url).
class Client {
  constructor(url, Ctor = WebSocket) {
    this.socket = new Ctor(url, ["x"]);
  }
}

function open(factory, url) {
  return factory(url);
}

new Client(`ws://${location.hostname}:9000/ctor`);
open((url) => new EventSource(url), location.protocol + "//" + location.hostname + ":9001/factory");
const Impl = globalThis.WebSocket || globalThis.MozWebSocket;
new Impl("ws://" + location.hostname + ":9002/impl");
