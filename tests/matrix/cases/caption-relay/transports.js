const PREFERENCES = [
  { kind: 'websocket', listen: ':8010', route: '/connection/websocket' },
  { kind: 'http_stream', listen: '', route: '/captions/stream' },
];

const SCHEMES = new Map([
  ['websocket', (secure) => (secure ? 'wss:' : 'ws:')],
  ['http_stream', (secure) => (secure ? 'https:' : 'http:')],
]);

/** In the order in which they should be tried. */
export function* transports({ protocol, hostname, host }) {
  const secure = protocol.endsWith('s:');
  for (const { kind, listen, route } of PREFERENCES) {
    const scheme = SCHEMES.get(kind)(secure);
    const authority = listen ? hostname + listen : host;
    yield { transport: kind, endpoint: `${scheme}//${authority}${route}` };
  }
}
