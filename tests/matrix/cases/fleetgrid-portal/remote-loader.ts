import type { Remote } from "./manifest";
import type { ShellContext } from "./shell-context";

export class RemoteLoader {
  private readonly cache = new Map<string, Promise<unknown>>();

  constructor(private readonly context: ShellContext) {}

  load(name: string, remote: Remote): Promise<unknown> {
    const known = this.cache.get(name);
    if (known) return known;
    const pending = this.fetchManifest(remote);
    this.cache.set(name, pending);
    return pending;
  }

  private async fetchManifest({ at, version }: Remote): Promise<unknown> {
    const url = new URL(`${at.path}/mf-manifest.json`, this.context.originOf(at.port));
    url.searchParams.set("v", version);
    url.searchParams.set("t", this.context.tenant);
    const response = await fetch(url);
    return response.json();
  }
}
