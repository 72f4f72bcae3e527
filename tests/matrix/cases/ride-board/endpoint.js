const FALLBACK_PORT = 8765;

export function endpoint({ host = window.location.hostname, port = FALLBACK_PORT, path }) {
  const scheme = window.location.protocol.replace('http', 'ws');
  return [scheme, '//', host, ':', port, path].join('');
}
