export class StockWatcher {
  constructor(endpoint, Socket) {
    this.endpoint = endpoint;
    this.Socket = Socket;
    this.open = new Map();
  }

  watch(topic, listener) {
    const socket = new this.Socket(this.endpoint(topic));
    socket.onmessage = (event) => listener(Number(event.data));
    this.open.set(topic, socket);
    return () => {
      socket.close();
      this.open.delete(topic);
    };
  }
}
