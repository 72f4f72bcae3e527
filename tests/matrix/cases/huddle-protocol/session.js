import { Command, LIMITS, RETRYABLE, decode, encode } from "./protocol.js";

export class Session {
  #handlers = new Map();
  #attempt = 0;
  #resume = null;

  constructor({ base, secure }) {
    this.base = base;
    this.scheme = secure ? "wss" : "ws";
  }

  on(command, handler) {
    this.#handlers.set(command, handler);
    return this;
  }

  get url() {
    const query = new URLSearchParams({ v: "3", max: LIMITS.frame, ...(this.#resume && { resume: this.#resume }) });
    return `${this.scheme}://${this.base}/huddle?${query}`;
  }

  open() {
    const socket = new WebSocket(this.url, "huddle");
    socket.onopen = () => socket.send(encode(Command.HELLO, { history: LIMITS.history }));
    socket.onmessage = ({ data }) => {
      const { command, data: body } = decode(data);
      if (body.session) this.#resume = body.session;
      this.#handlers.get(command)?.(body);
    };
    socket.onclose = ({ code }) => {
      if (RETRYABLE.has(code) && this.#attempt < 3) setTimeout(() => this.open(), 2 ** this.#attempt++ * 1000);
    };
  }
}
