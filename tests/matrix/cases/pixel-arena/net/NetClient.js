import { decode, encode, Op } from "./protocol.js";

export class NetClient {
  constructor({ path, tick }) {
    this.path = path;
    this.tick = tick;
    this.handlers = {};
    this.queue = [];
    this.ws = null;
  }

  get address() {
    return "ws://" + window.location.host + this.path;
  }

  open() {
    if (this.ws) return this;
    this.ws = new WebSocket(this.address);
    this.ws.binaryType = "arraybuffer";
    this.ws.onopen = () => {
      this.send(Op.HELLO, { version: 12, tick: this.tick });
      this.queue.splice(0).forEach((frame) => this.ws.send(frame));
    };
    this.ws.onmessage = ({ data }) => {
      const { op, payload } = decode(data);
      this.handlers[op]?.(payload);
    };
    this.ws.onclose = () => {
      this.ws = null;
      setTimeout(() => this.open(), 1500);
    };
    return this;
  }

  on(op, handler) {
    this.handlers[op] = handler;
  }

  send(op, payload) {
    const frame = encode(op, payload);
    if (this.ws?.readyState === WebSocket.OPEN) this.ws.send(frame);
    else this.queue.push(frame);
  }
}
