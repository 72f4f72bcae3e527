// Static fields and a static method that connects.
class Config {
  static HOST = window.location.hostname;
  static PORT = 3001;
  static endpoint(name) {
    return "ws://" + Config.HOST + ":" + Config.PORT + "/" + name;
  }
  static connect() {
    return new WebSocket(Config.endpoint("static"));
  }
}

Config.connect();
