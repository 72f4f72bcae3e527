type Family = "http" | "ws";

const DEV_BACKENDS: Readonly<Record<string, string>> = { "5173": "3001", "4200": "5000", "3000": "3000" };

export class Backend {
  private constructor(private readonly secure: boolean, private readonly authority: string) {}

  static detect({ hostname, port, host, protocol }: Location): Backend {
    const dev = DEV_BACKENDS[port];
    return new Backend(protocol === "https:", dev ? `${hostname}:${dev}` : host);
  }

  url(path: string, family: Family = "http"): string {
    return `${family}${this.secure ? "s" : ""}://${this.authority}${path}`;
  }
}
