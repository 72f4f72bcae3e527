export class InjectionToken<T> {
  constructor(readonly description: string) {}

  is(other: InjectionToken<T>): boolean {
    return other === this;
  }
}

interface Provider {
  provide: unknown;
  useValue?: unknown;
  useFactory?: (...deps: any[]) => unknown;
  deps?: unknown[];
}

export class Injector {
  private readonly providers = new Map<unknown, Provider>();
  private readonly instances = new Map<unknown, unknown>();

  constructor(providers: Provider[]) {
    for (const provider of providers) this.providers.set(provider.provide, provider);
  }

  get<T>(token: unknown): T {
    if (!this.instances.has(token)) {
      const provider = this.providers.get(token);
      if (!provider) throw new Error(`No provider for ${String(token)}`);
      const { useFactory, useValue, deps = [] } = provider;
      this.instances.set(token, useFactory ? useFactory(...deps.map((dep) => this.get(dep))) : useValue);
    }
    return this.instances.get(token) as T;
  }
}
