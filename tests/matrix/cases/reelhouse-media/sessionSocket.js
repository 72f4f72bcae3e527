export class SessionSocket {
  constructor(client) {
    this.client = client;
    this.handlers = {};
  }

  on(type, handler) {
    this.handlers[type] = handler;
    return this;
  }

  open() {
    let url = this.client.getUrl('socket', { deviceId: this.client.deviceId() });
    url = url.replace('https:', 'wss:');
    url = url.replace('http:', 'ws:');
    const socket = new WebSocket(url);
    socket.onmessage = (message) => {
      const { MessageType, Data } = JSON.parse(message.data);
      this.handlers[MessageType]?.(Data);
    };
    socket.onclose = () => setTimeout(() => this.open(), 4000);
    return socket;
  }
}
