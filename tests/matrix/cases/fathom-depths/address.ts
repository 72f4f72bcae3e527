interface Parts {
  secure: boolean;
  hostname: string;
  port: number | null;
  path: string;
}

export class Address {
  private constructor(private readonly parts: Parts) {}

  static ofPage({ protocol, hostname, port }: Location = window.location): Address {
    return new Address({ secure: protocol === "https:", hostname, port: port === "" ? null : +port, path: "/" });
  }

  with(change: Partial<Parts>): Address {
    return new Address({ ...this.parts, ...change });
  }

  at(path: string): Address {
    return this.with({ path });
  }

  [Symbol.toPrimitive](hint: string) {
    const { secure, hostname, port, path } = this.parts;
    if (hint === "number") return port ?? (secure ? 443 : 80);
    return (secure ? "wss://" : "ws://") + hostname + (port === null ? "" : ":" + port) + path;
  }
}
