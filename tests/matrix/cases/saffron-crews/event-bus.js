export class EventBus {
  constructor() {
    this.target = new EventTarget();
  }

  emit(type, detail) {
    this.target.dispatchEvent(new CustomEvent(type, { detail }));
  }

  async *stream(type) {
    const waiting = [];
    let wake = () => {};
    this.target.addEventListener(type, ({ detail }) => {
      waiting.push(detail);
      wake();
    });
    while (true) {
      if (!waiting.length) await new Promise((resolve) => (wake = resolve));
      while (waiting.length) yield waiting.shift();
    }
  }
}
