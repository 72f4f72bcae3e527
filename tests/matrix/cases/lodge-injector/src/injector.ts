export type Token = symbol | (new (...parts: any[]) => unknown);

export interface Provider {
  provide: Token;
  value?: unknown;
  deps?: Token[];
  make?: (...parts: any[]) => unknown;
}

export class Injector {
  private made = new Map<Token, unknown>();

  constructor(private providers: Provider[], private parent: Injector | null = null) {}

  child(providers: Provider[]): Injector {
    return new Injector(providers, this);
  }

  get<T>(token: Token): T {
    if (this.made.has(token)) return this.made.get(token) as T;
    const provider = this.providers.find((one) => one.provide === token);
    if (!provider) {
      if (this.parent) return this.parent.get<T>(token);
      throw new Error('No provider');
    }
    const value = provider.make
      ? provider.make(...(provider.deps || []).map((dependency) => this.get(dependency)))
      : provider.value;
    this.made.set(token, value);
    return value as T;
  }
}
