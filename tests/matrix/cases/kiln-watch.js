// Method wrappers by hand (once, logged, debounced) around the functions that build the address and open the stream.

const once = (fn) => {
  let called = false;
  let result;
  return function (...args) {
    if (!called) {
      called = true;
      result = fn.apply(this, args);
    }
    return result;
  };
};

const logged = (label) => (fn) =>
  function (...args) {
    const out = fn.apply(this, args);
    if (kiln.verbose) console.log(label, args);
    return out;
  };

const debounced = (ms) => (fn) => {
  let timer;
  return function (...args) {
    clearTimeout(timer);
    timer = setTimeout(() => fn.apply(this, args), ms);
  };
};

const decorate = (target, name, ...wrappers) => {
  target[name] = wrappers.reduceRight((fn, wrap) => wrap(fn), target[name]);
};

const kiln = {
  verbose: false,
  curve: [],
  setpoint: 1240,

  address() {
    const base = new URL(window.location.href);
    base.port = kiln.controllerPort;
    base.pathname = "/kiln/1/curve";
    base.search = base.hash = "";
    return base;
  },

  controllerPort: "8484",

  watch() {
    const source = new EventSource(this.address());
    source.onmessage = ({ data }) => {
      const celsius = Number(data);
      this.curve.push(celsius);
      this.redraw();
    };
    return source;
  },

  redraw() {
    const top = Math.max(...this.curve);
    document.title = `${this.curve.at(-1)} °C (top ${top}, goal ${this.setpoint})`;
  },
};

decorate(kiln, "address", once);
decorate(kiln, "watch", logged("watch"), once);
decorate(kiln, "redraw", debounced(250));

kiln.watch();
kiln.watch();
