export interface Endpoint {
  url(path: string): string;
  socket(path: string): WebSocket;
  json(path: string): Promise<any>;
}

const dedicated: ReadonlyMap<string, number> = new Map([["soil", 7481]]);

function makeEndpoint(name: string): Endpoint {
  const { protocol, hostname, host } = window.location;
  const port = dedicated.get(name);
  const base = port ? `//${hostname}:${port}` : `//${host}/${name}`;
  return {
    url: (path) => protocol + base + path,
    socket: (path) => new WebSocket((protocol === "https:" ? "wss:" : "ws:") + base + path),
    json: async (path) => (await fetch(protocol + base + path)).json(),
  };
}

const made: Record<string, Endpoint> = {};

export const endpoints = new Proxy(made, {
  get(target, name) {
    const key = String(name);
    return (target[key] ??= makeEndpoint(key));
  },
});
