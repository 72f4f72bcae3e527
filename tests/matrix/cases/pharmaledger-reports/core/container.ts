type Factory<T> = () => T;

export class Container {
  private readonly factories = new Map<symbol, Factory<unknown>>();
  private readonly instances = new Map<symbol, unknown>();

  bind<T>(token: symbol, factory: Factory<T>): this {
    this.factories.set(token, factory);
    return this;
  }

  get<T>(token: symbol): T {
    if (!this.instances.has(token)) {
      const factory = this.factories.get(token);
      if (!factory) throw new Error(`nothing bound to ${String(token)}`);
      this.instances.set(token, factory());
    }
    return this.instances.get(token) as T;
  }
}
