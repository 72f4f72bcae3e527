export function writable(value, start = () => {}) {
  const subs = new Set();
  let stop = null;
  const set = (next) => {
    value = next;
    subs.forEach((fn) => fn(value));
  };
  return {
    set,
    update: (fn) => set(fn(value)),
    subscribe(fn) {
      subs.add(fn);
      if (subs.size === 1) stop = start(set) || (() => {});
      fn(value);
      return () => {
        subs.delete(fn);
        if (subs.size === 0) stop?.();
      };
    },
  };
}

export const derived = (store, fn) => ({
  subscribe: (run) => store.subscribe((v) => run(fn(v))),
});

export function get(store) {
  let current;
  store.subscribe((v) => (current = v))();
  return current;
}
