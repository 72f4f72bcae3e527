/** A property computed on first use, a plain value from then on. */
export function lazy(target, name, compute) {
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = compute.call(this);
      Object.defineProperty(this, name, { value, enumerable: true });
      return value;
    },
  });
  return target;
}
