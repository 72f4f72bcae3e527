export interface Token<T> {
  readonly name: string;
  readonly _type?: T;
}

type Factory<T> = (injector: Injector) => T;

export class Injector {
  private readonly factories = new Map<string, Factory<unknown>>();
  private readonly instances = new Map<string, unknown>();

  provide<T>(token: Token<T>, factory: Factory<T>): void {
    this.factories.set(token.name, factory);
  }

  get<T>(token: Token<T>): T {
    if (!this.instances.has(token.name)) {
      const factory = this.factories.get(token.name);
      if (!factory) throw new Error(`No provider for ${token.name}`);
      this.instances.set(token.name, factory(this));
    }
    return this.instances.get(token.name) as T;
  }
}
