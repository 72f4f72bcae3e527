import type * as Y from "yjs";

export interface ProviderPlugin<O extends object> {
  name: string;
  defaults: O;
  attach(doc: Y.Doc, options: O): void;
}

export class ProviderRegistry {
  private readonly plugins: ProviderPlugin<any>[] = [];

  use<O extends object>(plugin: ProviderPlugin<O>): void {
    if (this.plugins.some(({ name }) => name === plugin.name)) throw new Error(`duplicate provider ${plugin.name}`);
    this.plugins.push(plugin);
  }

  attachAll(doc: Y.Doc, given: Record<string, object>): string[] {
    return this.plugins
      .filter((plugin) => plugin.name in given)
      .map((plugin) => {
        plugin.attach(doc, { ...plugin.defaults, ...given[plugin.name] });
        return plugin.name;
      });
  }
}
