// A service with a private field and a lazy connection, made once.
class SocketService {
  static #instance;
  #url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.hostname}:9000`;
  #socket = null;

  static get instance() {
    SocketService.#instance ??= new SocketService();
    return SocketService.#instance;
  }

  get socket() {
    if (!this.#socket) this.#socket = new WebSocket(`${this.#url}/service`);
    return this.#socket;
  }
}

SocketService.instance.socket.onopen = () => {};
