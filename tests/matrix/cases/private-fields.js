// Private fields and methods, accessors and a static counter.
class Client {
  static #made = 0;
  #port = 9000;
  #path;
  constructor(path) {
    this.#path = path;
    Client.#made += 1;
  }
  get #url() {
    return `ws://${location.hostname}:${this.#port}${this.#path}`;
  }
  #open() {
    return new WebSocket(this.#url);
  }
  start() {
    return this.#open();
  }
}

new Client("/private").start();
