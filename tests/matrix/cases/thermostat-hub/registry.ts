import { Transport } from "./transport";

type Factory = new (path: string) => Transport;

export class Registry {
  private readonly factories = new Map<string, Factory>();

  add(name: string, factory: Factory): this {
    this.factories.set(name, factory);
    return this;
  }

  create(name: string, path: string): Transport {
    const Found = this.factories.get(name);
    if (!Found) throw new Error(`no transport ${name}`);
    return new Found(path);
  }
}
