export class InjectionToken<T> {
  ɵprov: { factory: () => T } | undefined;
  constructor(public readonly description: string, options?: { providedIn: 'root'; factory: () => T }) {
    this.ɵprov = options && { factory: options.factory };
  }
}

export interface Type<T> {
  ɵprov: { token: unknown; factory: () => T };
}

type Token<T> = InjectionToken<T> | Type<T>;
interface Provider {
  provide: Token<any>;
  useValue?: unknown;
  useFactory?: () => unknown;
}

let current: EnvironmentInjector | null = null;

export class EnvironmentInjector {
  private readonly records = new Map<Token<any>, { factory: () => unknown; value: unknown; made: boolean }>();

  constructor(providers: Provider[]) {
    for (const provider of providers) {
      const factory = 'useValue' in provider ? () => provider.useValue : provider.useFactory!;
      this.records.set(provider.provide, { factory, value: undefined, made: false });
    }
  }

  get<T>(token: Token<T>): T {
    let record = this.records.get(token);
    if (!record) {
      if (!token.ɵprov) throw new Error('NullInjectorError');
      record = { factory: token.ɵprov.factory, value: undefined, made: false };
      this.records.set(token, record);
    }
    if (!record.made) {
      const before = current;
      current = this;
      try {
        record.value = record.factory();
        record.made = true;
      } finally {
        current = before;
      }
    }
    return record.value as T;
  }
}

export const createEnvironmentInjector = (providers: Provider[]) => new EnvironmentInjector(providers);

export function inject<T>(token: Token<T>): T {
  if (!current) throw new Error('inject() must be called from an injection context');
  return current.get(token);
}

export const ɵɵdefineInjectable = <T>(options: { token: unknown; factory: () => T; providedIn: string }) => options;
