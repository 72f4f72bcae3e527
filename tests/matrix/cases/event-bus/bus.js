const url = (port) => "ws://" + window.location.hostname + ":" + port + "/bus";

export class EventBus {
  constructor(port) {
    this.port = port;
    this.handlers = {};
    this.socket = undefined;
  }

  on(name, handler) {
    (this.handlers[name] = this.handlers[name] || []).push(handler);
    this.ensure();
    return () => this.off(name, handler);
  }

  off(name, handler) {
    this.handlers[name] = (this.handlers[name] || []).filter((other) => other !== handler);
  }

  ensure() {
    if (this.socket) return;
    this.socket = new WebSocket(url(this.port));
    this.socket.onmessage = (message) => {
      const { name, data } = JSON.parse(message.data);
      (this.handlers[name] || []).forEach((handler) => handler(data));
    };
  }
}

export const bus = new EventBus(9000);
