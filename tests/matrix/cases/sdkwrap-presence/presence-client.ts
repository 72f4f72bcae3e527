import { BaseClient } from "./base-client";
import type { BaseOptions } from "./base-client";

interface PresenceOptions extends BaseOptions {
  user: { id: string; name: string };
  idleAfterMs: number;
}

export class PresenceClient extends BaseClient<PresenceOptions> {
  static readonly defaults: Partial<PresenceOptions> = { port: 3907, idleAfterMs: 300000 };

  static create(options: Partial<PresenceOptions>): PresenceClient {
    return new PresenceClient(options);
  }

  protected path(): string {
    const { appId, user } = this.options;
    return `/apps/${appId}/presence/${user.id}`;
  }

  connect(): void {
    fetch("/presence/announce", { method: "POST", body: JSON.stringify(this.options.user) }).catch(() => undefined);
    super.connect();
  }
}
