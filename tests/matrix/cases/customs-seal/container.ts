export class Token<T> {
  readonly type?: T;
  constructor(readonly description: string) {}
}

type Factory<T> = (container: Container) => T;

export class Container {
  private readonly factories = new Map<Token<unknown>, Factory<unknown>>();
  private readonly instances = new Map<Token<unknown>, unknown>();

  value<T>(token: Token<T>, value: T): this {
    this.instances.set(token, value);
    return this;
  }

  factory<T>(token: Token<T>, make: Factory<T>): this {
    this.factories.set(token, make);
    return this;
  }

  get<T>(token: Token<T>): T {
    if (!this.instances.has(token)) {
      const make = this.factories.get(token);
      if (!make) throw new Error(`nothing registered for ${token.description}`);
      this.instances.set(token, make(this));
    }
    return this.instances.get(token) as T;
  }
}
