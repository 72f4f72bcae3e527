export interface ShellContext {
  readonly tenant: string;
  readonly locale: string;
  readonly build: number;
  originOf(port?: number): string;
}

export function createShellContext(base: Omit<ShellContext, "originOf">): ShellContext {
  const { protocol, hostname, origin } = window.location;
  return Object.freeze({
    ...base,
    originOf(port?: number) {
      return port === undefined ? origin : `${protocol}//${hostname}:${port}`;
    },
  });
}
