type Token<T> = { new (...args: any[]): T } | { key: symbol; type?: T };

interface Provider {
  provide: Token<any>;
  useValue?: unknown;
  useFactory?: (get: <T>(token: Token<T>) => T) => unknown;
}

export class Injector {
  private readonly instances = new Map<Token<any>, unknown>();
  constructor(private readonly providers: Provider[]) {}

  get = <T>(token: Token<T>): T => {
    if (!this.instances.has(token)) {
      const provider = this.providers.find((entry) => entry.provide === token);
      if (!provider) throw new Error("No provider");
      this.instances.set(token, provider.useFactory ? provider.useFactory(this.get) : provider.useValue);
    }
    return this.instances.get(token) as T;
  };
}
