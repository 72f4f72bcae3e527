export class TelemetryClient {
  constructor({ host, port, path }) {
    this.handlers = new Map();
    const scheme = window.location.protocol === "https:" ? "wss:" : "ws:";
    this.socket = new WebSocket(`${scheme}//${host}${port ? `:${port}` : ""}${path}`);
    this.socket.addEventListener("message", (event) => this.dispatch(event));
  }

  subscribe(topic, handler) {
    this.handlers.set(topic, handler);
  }

  dispatch({ data }) {
    const { topic, ...rest } = JSON.parse(data);
    this.handlers.get(topic)?.(rest);
  }
}
