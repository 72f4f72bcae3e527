export class Transport {
  constructor({ server }) {
    this.server = server;
    this.ws = null;
  }

  connect() {
    return new Promise((resolve, reject) => {
      this.ws = new WebSocket(this.server, "sip");
      this.ws.onopen = resolve;
      this.ws.onerror = () => reject(new Error(`no answer from ${this.server}`));
    });
  }

  send(message) {
    this.ws.send(message);
  }
}
