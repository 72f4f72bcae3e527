export const Observable = (Base) =>
  class extends Base {
    observers = [];

    observe(fn) {
      this.observers.push(fn);
      return () => {
        this.observers = this.observers.filter((o) => o !== fn);
      };
    }

    notify(value) {
      this.observers.forEach((fn) => fn(value));
    }
  };
