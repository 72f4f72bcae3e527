/** One object over many: the first layer that knows a key wins; unknown keys may be derived from the others. */
export function layered(layers, derived = {}) {
  const view = new Proxy(Object.create(null), {
    get(target, key) {
      const layer = layers.find((one) => Object.prototype.hasOwnProperty.call(one, key));
      if (layer) return layer[key];
      if (key in derived) return derived[key](view);
      throw new ReferenceError(`no setting ${String(key)}`);
    },
    has: (target, key) => key in derived || layers.some((one) => key in one),
    set() {
      throw new TypeError('settings are read only');
    },
  });
  return view;
}
