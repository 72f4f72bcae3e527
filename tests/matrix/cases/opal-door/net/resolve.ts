type Kind = 'socket' | 'request';

interface ResolveOptions {
  as: Kind;
  query?: Record<string, string>;
}

const SOCKET_SCHEME: Record<string, string> = { 'http:': 'ws:', 'https:': 'wss:' };

export function resolve(path: string, { as, query = {} }: ResolveOptions): URL {
  const url = new URL(`/${path}`, window.location.href);
  if (as === 'socket') {
    url.protocol = SOCKET_SCHEME[url.protocol] ?? url.protocol;
  }
  for (const [name, value] of Object.entries(query)) {
    url.searchParams.append(name, value);
  }
  return url;
}
