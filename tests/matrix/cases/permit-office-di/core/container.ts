export interface Token<T> {
  readonly key: symbol;
  readonly __type?: T;
}

export const token = <T>(name: string): Token<T> => ({ key: Symbol(name) });

type Factory<T> = (container: Container) => T;

export class Container {
  private readonly factories = new Map<symbol, Factory<unknown>>();
  private readonly instances = new Map<symbol, unknown>();

  provide<T>(id: Token<T>, factory: Factory<T>): this {
    this.factories.set(id.key, factory);
    return this;
  }

  get<T>(id: Token<T>): T {
    if (!this.instances.has(id.key)) {
      const factory = this.factories.get(id.key);
      if (!factory) throw new Error(`no provider for ${String(id.key)}`);
      this.instances.set(id.key, factory(this));
    }
    return this.instances.get(id.key) as T;
  }
}
