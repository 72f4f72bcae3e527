export interface Endpoint {
  path: string;
  port?: number;
  retries: number;
}

type Class = abstract new (...args: never[]) => unknown;
const endpoints = new WeakMap<object, Endpoint>();

export const compose =
  <C extends Class>(...decorators: ((target: C) => C)[]) =>
  (target: C): C =>
    decorators.reduceRight((made, decorate) => decorate(made), target);

const patch = (target: Class, part: Partial<Endpoint>) => {
  const before = endpoints.get(target) ?? { path: '/', retries: 3 };
  endpoints.set(target, { ...before, ...part });
};

export const Path = (path: string) => <C extends Class>(target: C) => (patch(target, { path }), target);
export const ListensOn = (port: number) => <C extends Class>(target: C) => (patch(target, { port }), target);
export const Retries = (retries: number) => <C extends Class>(target: C) => (patch(target, { retries }), target);

export function endpointOf(instance: object): Endpoint {
  const found = endpoints.get(instance.constructor);
  if (!found) throw new TypeError(`${instance.constructor.name} has no endpoint`);
  return found;
}
