export interface Ports {
  api: number | null;
  hub: number | null;
  scanner: number;
}

export interface AddressBook {
  of(service: keyof Ports, path: string): string;
}

export function createAddressBook(ports: Ports, { protocol, host, hostname }: Location): AddressBook {
  return {
    of(service, path) {
      const port = ports[service];
      const authority = port === null ? host : `${hostname}:${port}`;
      return `${protocol}//${authority}${path}`;
    },
  };
}
