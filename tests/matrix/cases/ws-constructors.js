// The page's WebSocket through destructuring, bind, Reflect.construct, subclasses and computed names.
const { WebSocket: Socket, EventSource: Events } = self;
new Socket(`ws://${location.hostname}:9001/destructured`);
new Events(`http://${location.hostname}:9002/events`);
const Bound = WebSocket.bind(null, `ws://${location.hostname}:9003/bound`);
new Bound();
const make = (Type, url) => Reflect.construct(Type, [url, ["v1"]]);
make(WebSocket, `ws://${location.hostname}:9004/reflect`);
class Live extends WebSocket {
  constructor(path) {
    super(`ws://${location.hostname}:9005${path}`);
  }
}
new Live("/live");
new (class extends WebSocket {})(`ws://${location.hostname}:9006/anonymous`);
new window["WebSocket"](`ws://${location.hostname}:9007/computed`);
