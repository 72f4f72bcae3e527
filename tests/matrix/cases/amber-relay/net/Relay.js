export class Relay {
  #endpoint;
  #socket;
  #watchers = [];

  constructor(endpoint) {
    this.#endpoint = endpoint;
  }

  onSwitch(watcher) {
    this.#watchers.push(watcher);
  }

  open() {
    this.#socket = new WebSocket(`${this.#endpoint}`);
    this.#socket.addEventListener("message", ({ data }) => {
      const [name, bit] = data.split("=");
      this.#watchers.forEach((watcher) => watcher(name, bit === "1"));
    });
  }

  toggle(name) {
    this.#socket?.send(`toggle ${name}`);
  }
}
