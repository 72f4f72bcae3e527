// An object literal with getters and methods that use this.
const server = {
  port: 9000,
  get host() {
    return window.location.hostname;
  },
  get base() {
    return `ws://${this.host}:${this.port}`;
  },
  url(path) {
    return this.base + path;
  },
};

new WebSocket(server.url("/getter"));
