/** Properties which are computed when they are first read, then stay. */
export function lazy(recipes) {
  const target = {};
  Object.keys(recipes).forEach((name) => {
    Object.defineProperty(target, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = recipes[name].call(target, target);
        Object.defineProperty(target, name, { value, enumerable: true });
        return value;
      },
    });
  });
  return target;
}
