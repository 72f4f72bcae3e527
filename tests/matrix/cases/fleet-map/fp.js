export const curry = (fn) => {
  const collect = (...args) => (args.length >= fn.length ? fn(...args) : (...more) => collect(...args, ...more));
  return collect;
};

export const pipe = (...fns) => (value) => fns.reduce((v, fn) => fn(v), value);

export const tap = curry((fn, value) => {
  fn(value);
  return value;
});

export const join = curry((separator, list) => list.filter((x) => x != null && x !== "").join(separator));
export const prepend = curry((prefix, text) => prefix + text);

const getPath = (path, object) => path.reduce((o, key) => o?.[key], object);
const setPath = ([key, ...rest], value, object) => ({
  ...object,
  [key]: rest.length ? setPath(rest, value, object?.[key]) : value,
});

export const lensPath = (path) => ({ get: (o) => getPath(path, o), set: (v, o) => setPath(path, v, o) });
export const view = curry((lens, object) => lens.get(object));
export const over = curry((lens, fn, object) => lens.set(fn(lens.get(object)), object));
