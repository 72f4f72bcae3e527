// Static blocks, computed keys and Symbol members.
const KEY = "port";
class Settings {
  static values = {};
  static {
    Settings.values[KEY] = 9000;
    Settings.values.path = "/block";
  }
}

new WebSocket(`ws://${location.hostname}:${Settings.values[KEY]}${Settings.values.path}`);
