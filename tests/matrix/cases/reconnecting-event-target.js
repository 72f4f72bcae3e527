// An application's own reconnecting socket: a subclass of EventTarget with backoff.
class ReconnectingSocket extends EventTarget {
  #url;
  #attempt = 0;
  #timer = null;
  #closed = false;

  constructor(url, { protocols, minDelay = 500, maxDelay = 8000 } = {}) {
    super();
    this.#url = url;
    this.protocols = protocols;
    this.minDelay = minDelay;
    this.maxDelay = maxDelay;
    this.#open();
  }

  #open() {
    const socket = this.protocols ? new WebSocket(this.#url, this.protocols) : new WebSocket(this.#url);
    socket.addEventListener("open", () => {
      this.#attempt = 0;
      this.dispatchEvent(new Event("open"));
    });
    socket.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
    socket.addEventListener("close", () => {
      if (!this.#closed) this.#schedule();
    });
    this.socket = socket;
  }

  #schedule() {
    const delay = Math.min(this.maxDelay, this.minDelay * 2 ** this.#attempt++);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), delay);
  }

  close() {
    this.#closed = true;
    this.socket.close();
  }
}

const feed = new ReconnectingSocket(`ws://${location.hostname}:9000/feed`, { protocols: ["v1"] });
feed.addEventListener("message", (event) => console.log(event.data));
