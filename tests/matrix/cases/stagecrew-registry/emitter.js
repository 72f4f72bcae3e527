export class Emitter {
  constructor() {
    this.handlers = Object.create(null);
  }

  on(name, handler) {
    (this.handlers[name] = this.handlers[name] || []).push(handler);
    return this;
  }

  emit(name, ...payload) {
    (this.handlers[name] || []).slice().forEach((handler) => handler.apply(this, payload));
  }
}
