const DEFAULT_PORT = 9100;

export const Networked = (Base) =>
  class extends Base {
    get path() {
      return '/';
    }

    get port() {
      return DEFAULT_PORT;
    }

    get url() {
      const { protocol, hostname } = window.location;
      const suffix = this.port ? `:${this.port}` : '';
      return `${protocol === 'https:' ? 'wss' : 'ws'}://${hostname}${suffix}${this.path}`;
    }

    connect() {
      this.socket = new WebSocket(this.url);
      this.socket.onmessage = (event) => this.receive(JSON.parse(event.data));
      this.socket.onclose = () => setTimeout(() => this.connect(), 9100);
    }

    receive() {}
  };
