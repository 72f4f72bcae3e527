type Factory<T> = (c: Container) => T;
type Scope = "singleton" | "transient";

export type Module = (bind: (token: symbol) => Binder) => void;

interface Binder {
  toConstant<T>(value: T): void;
  toDynamic<T>(factory: Factory<T>, scope?: Scope): void;
}

export class Container {
  private readonly bindings = new Map<symbol, { factory: Factory<unknown>; scope: Scope; value?: unknown }>();

  load(module: Module): this {
    module((token) => ({
      toConstant: (value) => void this.bindings.set(token, { factory: () => value, scope: "singleton" }),
      toDynamic: (factory, scope = "singleton") => void this.bindings.set(token, { factory, scope }),
    }));
    return this;
  }

  resolve<T>(token: symbol): T {
    const binding = this.bindings.get(token);
    if (!binding) throw new Error(`Nothing bound to ${String(token)}`);
    if (binding.scope === "transient") return binding.factory(this) as T;
    if (!("value" in binding)) binding.value = binding.factory(this);
    return binding.value as T;
  }
}
