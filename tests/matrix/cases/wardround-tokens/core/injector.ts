export interface Provider {
  provide: unknown;
  deps?: unknown[];
  useValue?: unknown;
  useFactory?: (...args: any[]) => unknown;
  useClass?: new (...args: any[]) => unknown;
}

export class Injector {
  private readonly records = new Map<unknown, Provider>();
  private readonly instances = new Map<unknown, unknown>();

  constructor(providers: Provider[]) {
    providers.forEach((provider) => this.records.set(provider.provide, provider));
  }

  get<T>(token: unknown): T {
    if (this.instances.has(token)) return this.instances.get(token) as T;
    const record = this.records.get(token);
    if (!record) throw new Error("NG0201: No provider for " + String((token as any).description ?? token));
    const deps = (record.deps ?? []).map((dep) => this.get(dep));
    const made = record.useClass
      ? new record.useClass(...deps)
      : record.useFactory
        ? record.useFactory(...deps)
        : record.useValue;
    this.instances.set(token, made);
    return made as T;
  }
}
