export class Base {
  static host = location.hostname;
  constructor(port) {
    this.port = port;
  }
  open(path) {
    this.socket = new WebSocket(`ws://${Base.host}:${this.port}${path}`);
  }
}
