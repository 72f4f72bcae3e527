const RESERVED = new Set([2019, 9000, 9001]);

export const ROUTES = [
  { id: 'api', scheme: 'http', host: 'localhost', port: 3000, match: '/api/*' },
  { id: 'live', scheme: 'ws', host: window.location.hostname, port: 9000, match: '/socket.io/*' },
  { id: 'files', scheme: 'http', host: '10.0.4.12', port: 8080, match: '/files/*' },
];

export function* checks({ id, host, port }) {
  if (RESERVED.has(port)) yield `${id}: port ${port} is used by the proxy itself`;
  if (port === 9000 && host !== 'localhost') yield `${id}: socket servers should listen on localhost:9000`;
  if (port < 1024 || port > 65535) yield `${id}: port ${port} is out of range`;
}

export const validate = (route) => [...checks(route)];
