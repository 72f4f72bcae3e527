interface Server {
  protocol: string;
  hostname: string;
  port?: string;
  pathname: string;
}

const DEFAULT_SERVER: Server = { protocol: "ws:", hostname: "localhost", port: "1234", pathname: "/yjs" };

function ownServer(): Server {
  const { port: _development, ...server } = DEFAULT_SERVER;
  const { protocol, hostname, port } = window.location;
  return {
    ...server,
    protocol: protocol === "https:" ? "wss:" : "ws:",
    hostname,
    ...(port ? { port } : null),
  };
}

const format = ({ protocol, hostname, port, pathname }: Server) =>
  `${protocol}//${hostname}${port ? `:${port}` : ""}${pathname}`;

export function syncUrl(): string {
  const configured = (window as any).vellum?.sync as string | undefined;
  return configured ?? format(ownServer());
}
