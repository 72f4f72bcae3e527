interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly port?: number;
  readonly path: string;
}

export class Endpoint {
  private constructor(private readonly parts: Parts) {}

  static ofPage({ protocol, hostname, port }: Location): Endpoint {
    return new Endpoint({
      scheme: protocol === "https:" ? "wss" : "ws",
      host: hostname,
      port: port ? Number(port) : undefined,
      path: "/",
    });
  }

  withPort(port: number): Endpoint {
    return this.with({ port });
  }

  withPath(path: string): Endpoint {
    return this.with({ path });
  }

  private with(changes: Partial<Parts>): Endpoint {
    return new Endpoint({ ...this.parts, ...changes });
  }

  toString(): string {
    const { scheme, host, port, path } = this.parts;
    return `${scheme}://${host}${port ? `:${port}` : ""}${path}`;
  }
}
