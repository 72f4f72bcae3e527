export class Emitter {
  constructor() {
    this.handlers = new Map();
  }

  on(type, handler) {
    const list = this.handlers.get(type) || [];
    this.handlers.set(type, [...list, handler]);
  }

  emit(type, ...details) {
    (this.handlers.get(type) || []).forEach((handler) => handler(...details));
  }
}
