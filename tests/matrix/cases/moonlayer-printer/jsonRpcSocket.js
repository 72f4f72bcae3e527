export class JsonRpcSocket {
  #url;
  #socket = null;
  #nextId = 1;
  #waiting = new Map();
  #handlers = {};

  constructor(url, { reconnectInterval = 2000, maxReconnects = 3 } = {}) {
    this.#url = url;
    this.reconnectInterval = reconnectInterval;
    this.reconnectsLeft = maxReconnects;
  }

  on(event, handler) {
    (this.#handlers[event] ??= []).push(handler);
    return this;
  }

  connect() {
    this.#socket = new WebSocket(this.#url);
    this.#socket.addEventListener('open', () => this.#fire('open'));
    this.#socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(data)));
    this.#socket.addEventListener('close', () => {
      this.#waiting.clear();
      if (this.reconnectsLeft-- > 0) setTimeout(() => this.connect(), this.reconnectInterval);
    });
  }

  call(method, params = {}) {
    const id = this.#nextId++;
    this.#socket.send(JSON.stringify({ jsonrpc: '2.0', method, params, id }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #receive(message) {
    if (message.method) return this.#fire(message.method, ...(message.params ?? []));
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result);
  }

  #fire(event, ...args) {
    for (const handler of this.#handlers[event] ?? []) handler(...args);
  }
}
