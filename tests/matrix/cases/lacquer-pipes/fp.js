export const pipe = (...steps) => (value) => steps.reduce((at, step) => step(at), value);

export const curry = (fn) =>
  function curried(...args) {
    return args.length >= fn.length ? fn(...args) : (...more) => curried(...args, ...more);
  };

export const memoize = (fn) => {
  const seen = new Map();
  return (key) => {
    if (!seen.has(key)) seen.set(key, fn(key));
    return seen.get(key);
  };
};

export const tap = (look) => (value) => {
  look(value);
  return value;
};

export const flip = (fn) => (a, b) => fn(b, a);

export class Maybe {
  static of = (value) => new Maybe(value);
  constructor(value) {
    this.value = value;
  }
  map(fn) {
    return this.value == null ? this : Maybe.of(fn(this.value));
  }
  or(other) {
    return this.value == null ? other : this.value;
  }
}
