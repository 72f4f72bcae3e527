export type Get = (token: unknown) => any;

export interface Provider {
  provide: unknown;
  useValue?: unknown;
  useFactory?: (get: Get) => unknown;
}

export class Injector {
  private readonly instances = new Map<unknown, unknown>();

  constructor(private readonly providers: Provider[]) {}

  get<T>(token: unknown): T {
    if (!this.instances.has(token)) {
      const provider = this.providers.find((item) => item.provide === token);
      if (!provider) throw new Error("no provider");
      const made = provider.useFactory ? provider.useFactory((other) => this.get(other)) : provider.useValue;
      this.instances.set(token, made);
    }
    return this.instances.get(token) as T;
  }
}
