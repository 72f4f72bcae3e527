type Scheme = "http" | "https";

export class HubAddress {
  private scheme: Scheme = "http";
  private port = "";
  private path = "/hubs";
  private readonly query: Array<[string, string]> = [];

  private constructor(private readonly hostname: string, private readonly ownPort: string) {}

  static ofPage(): HubAddress {
    return new HubAddress(window.location.hostname, window.location.port);
  }

  secureLike(protocol: string): this {
    this.scheme = protocol.slice(0, -1) as Scheme;
    return this;
  }

  onPort(port: number): this {
    this.port = String(port);
    return this;
  }

  hub(name: string): this {
    this.path += `/${name}`;
    return this;
  }

  tagged(key: string, value: string): this {
    this.query.push([key, value]);
    return this;
  }

  toString(): string {
    const port = this.port || this.ownPort;
    const query = this.query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
    return [this.scheme, "://", this.hostname, port && `:${port}`, this.path, query && `?${query}`].join("");
  }
}
