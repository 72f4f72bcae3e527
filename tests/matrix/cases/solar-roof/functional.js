export function once(make) {
  let done = false;
  let value;
  return () => {
    if (!done) {
      value = make();
      done = true;
    }
    return value;
  };
}

export function memoize(fn) {
  const seen = new Map();
  return (key) => {
    if (!seen.has(key)) seen.set(key, fn(key));
    return seen.get(key);
  };
}

export const pipe =
  (...steps) =>
  (input) =>
    steps.reduce((value, step) => step(value), input);
