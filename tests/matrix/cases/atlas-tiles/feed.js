export const LOCAL_PORTS = { positions: 9000, tiles: 8080 };

export class Feed {
  handlers = {};

  constructor(path) {
    const url = new URL(path, window.location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    this.socket = new WebSocket(url);
    this.socket.onmessage = ({ data }) => this.dispatch(JSON.parse(data));
  }

  on(type, handler) {
    (this.handlers[type] ??= []).push(handler);
    return this;
  }

  dispatch({ type, ...rest }) {
    this.handlers[type]?.forEach((handler) => handler(rest));
  }
}
