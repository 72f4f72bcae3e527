export class Scheme {
  static PLAIN = new Scheme("ws");
  static SECURE = new Scheme("wss");

  static matching({ protocol }) {
    return protocol === "https:" ? Scheme.SECURE : Scheme.PLAIN;
  }

  constructor(name) {
    this.name = name;
  }

  toString() {
    return this.name + "://";
  }
}
