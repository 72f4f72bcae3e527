const META = new Map();

/** decorate(Class, 'method', a, b) is @a @b method() {} */
export function decorate(target, name, ...decorators) {
  const descriptor = Object.getOwnPropertyDescriptor(target.prototype, name);
  const changed = decorators.reduceRight((current, decorator) => decorator(target, name, current) || current, descriptor);
  Object.defineProperty(target.prototype, name, changed);
}

const note = (target, name, more) => {
  const key = `${target.role}#${name}`;
  META.set(key, { ...META.get(key), ...more });
};

export const get = (path) => (target, name) => note(target, name, { method: 'GET', path });
export const served = (by) => (target, name) => note(target, name, { by });

export const remote = () => (target, name, descriptor) => ({
  ...descriptor,
  value(...args) {
    return this.send(META.get(`${target.role}#${name}`), descriptor.value.apply(this, args));
  },
});
