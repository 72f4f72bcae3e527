import { Transport } from "./transport.js";

export class UserAgent {
  constructor(profile) {
    this.profile = profile;
    this.handlers = {};
    this.attempt = 0;
  }

  on(name, handler) {
    (this.handlers[name] ||= []).push(handler);
  }

  emit(name, value) {
    (this.handlers[name] || []).forEach((handler) => handler(value));
  }

  start() {
    const queue = this.profile.candidates.sort((a, b) => b.weight - a.weight);
    this.emit("state", "connecting");
    const next = () => {
      const candidate = queue[this.attempt];
      if (!candidate) {
        this.emit("state", "offline");
        return;
      }
      this.attempt += 1;
      const transport = new Transport(candidate);
      transport.connect().then(
        () => this.register(transport),
        () => setTimeout(next, 1000 * this.attempt),
      );
    };
    next();
  }

  register(transport) {
    transport.send(`REGISTER ${this.profile.uri} SIP/2.0\r\nExpires: 600\r\n\r\n`);
    this.emit("state", "registered");
  }
}
