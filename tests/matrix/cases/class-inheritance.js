// A base class with getters, a subclass that overrides the port, a static default.
class Base {
  static defaultPort = 9000;
  get port() {
    return this.constructor.defaultPort;
  }
  get host() {
    return window.location.hostname;
  }
  get url() {
    return `ws://${this.host}:${this.port}${this.path()}`;
  }
  path() {
    return "/base";
  }
  open() {
    this.socket = new WebSocket(this.url);
    return this.socket;
  }
}

class Chat extends Base {
  get port() {
    return 9010;
  }
  path() {
    return "/chat";
  }
}

new Base().open();
new Chat().open();
