export enum ServicePort {
  Reports = 8095,
  Archive = 8096,
}

export class Endpoint {
  private constructor(private readonly url: URL) {}

  static page(): Endpoint {
    const url = new URL(window.location.href);
    url.search = "";
    url.hash = "";
    return new Endpoint(url);
  }

  on(port: ServicePort): Endpoint {
    const copy = new URL(this.url);
    copy.port = String(port);
    return new Endpoint(copy);
  }

  at(path: string): Endpoint {
    return new Endpoint(new URL(path, this.url));
  }

  get href(): string {
    return this.url.toString();
  }
}
