// A class that extends WebSocket and passes the URL on.
class Channel extends WebSocket {
  constructor(name) {
    super(`ws://${window.location.hostname}:9000/${name}`, "channel");
    this.label = name;
  }
}

new Channel("sub");
