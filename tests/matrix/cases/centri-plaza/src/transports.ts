type Kind = 'websocket' | 'http_stream' | 'sse';

interface Rule {
  path: string;
  via: 'proxy' | 'direct';
}

const DIRECT = { port: 8765 };

const RULES: Array<[Kind, Rule]> = [
  ['websocket', { path: '/connection/websocket', via: 'proxy' }],
  ['sse', { path: '/connection/sse', via: 'direct' }],
];

const base: Record<Rule['via'], () => string> = {
  proxy: () => window.location.host,
  direct: () => `${window.location.hostname}:${DIRECT.port}`,
};

const scheme = (kind: Kind) => (kind === 'websocket' ? window.location.protocol.replace(/^http/, 'ws') : window.location.protocol);

export function transports() {
  return RULES.map(([kind, { path, via }]) => ({
    transport: kind,
    endpoint: `${scheme(kind)}//${base[via]()}${path}`,
  }));
}
