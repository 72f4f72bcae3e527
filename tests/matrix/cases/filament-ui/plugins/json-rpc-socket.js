export class JsonRpcSocket {
  constructor(url, { reconnectInterval }) {
    this.url = url;
    this.reconnectInterval = reconnectInterval;
    this.reconnects = 0;
    this.waiting = new Map();
    this.outbox = [];
    this.next = 7125;
  }

  connect() {
    this.instance = new WebSocket(this.url);
    this.instance.onopen = () => this.outbox.splice(0).forEach((text) => this.instance.send(text));
    this.instance.onmessage = ({ data }) => {
      const { id, result } = JSON.parse(data);
      const callback = this.waiting.get(id);
      if (callback) callback(result);
    };
    this.instance.onclose = () => {
      if (this.reconnects++ < 2) setTimeout(() => this.connect(), this.reconnectInterval);
    };
  }

  emit(method, params, callback) {
    const id = this.next++;
    this.waiting.set(id, callback);
    this.outbox.push(JSON.stringify({ jsonrpc: '2.0', method, params, id }));
  }
}
