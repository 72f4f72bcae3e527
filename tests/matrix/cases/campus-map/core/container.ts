type Factory<T = any> = (container: Container) => T;

export class Container {
  private factories = new Map<symbol, Factory>();
  private cache = new Map<symbol, unknown>();

  value<T>(token: symbol, value: T): this {
    this.factories.set(token, () => value);
    return this;
  }

  factory<T>(token: symbol, make: Factory<T>): this {
    this.factories.set(token, make);
    return this;
  }

  get<T>(token: symbol): T {
    if (!this.cache.has(token)) {
      const make = this.factories.get(token);
      if (!make) throw new Error(`nothing registered for ${String(token)}`);
      this.cache.set(token, make(this));
    }
    return this.cache.get(token) as T;
  }
}
