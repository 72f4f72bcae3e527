export interface FeedOptions { label: string; host?: string; port?: number; path: string }

export const feeds = {
  northbank: { label: "Northbank", host: "stream.northbank.example.com", port: 9443, path: "/v5/public" },
  tidal: { label: "Tidal", host: "fx.tidal.example.org", port: 8443, path: "/api" },
  house: { label: "House", path: "/desk/house" },
} satisfies Record<string, FeedOptions>;

export class Feed {
  constructor(private readonly options: FeedOptions) {}

  private get authority(): string {
    const { host, port } = this.options;
    if (!host) return window.location.host;
    return port ? `${host}:${port}` : host;
  }

  private get secure(): boolean {
    return this.options.host !== undefined || window.location.protocol === "https:";
  }

  get http(): string {
    return `http${this.secure ? "s" : ""}://${this.authority}${this.options.path}`;
  }

  get ws(): string {
    return `ws${this.secure ? "s" : ""}://${this.authority}${this.options.path}/ws`;
  }
}
