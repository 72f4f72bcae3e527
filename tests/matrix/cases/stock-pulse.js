// Class mixins: one adds the address (port 6100), one the event source, one the observers.
class Widget {
  constructor(id) {
    this.id = id;
    this.node = document.createElement("div");
    this.node.id = id;
  }

  mount() {
    document.body?.appendChild(this.node);
    return this;
  }
}

const Observable = (Base) =>
  class extends Base {
    observers = new Set();

    observe(fn) {
      this.observers.add(fn);
      return () => this.observers.delete(fn);
    }

    notify(value) {
      for (const fn of this.observers) fn(value);
    }
  };

const Addressed = (Base, { port, root }) =>
  class extends Base {
    get origin() {
      return `${location.protocol}//${location.hostname}:${port}`;
    }

    resource(...parts) {
      return [this.origin + root, ...parts.map(encodeURIComponent)].join("/");
    }
  };

const Streaming = (Base) =>
  class extends Base {
    source = null;

    stream(...parts) {
      this.source = new EventSource(this.resource(...parts));
      this.source.onmessage = (event) => this.notify(JSON.parse(event.data));
      return this;
    }

    stop() {
      if (this.source) this.source.close();
    }
  };

class PulseChart extends Streaming(Addressed(Observable(Widget), { port: 6100, root: "/pulse" })) {
  points = [];

  constructor(symbol) {
    super(`pulse-${symbol}`);
    this.symbol = symbol;
    this.observe((tick) => {
      this.points.push(tick.price);
      if (this.points.length > 120) this.points.shift();
      this.node.textContent = `${symbol} ${tick.price}`;
    });
  }
}

const chart = new PulseChart("ACME").mount();
setTimeout(() => chart.stream("tick", chart.symbol), 20);
