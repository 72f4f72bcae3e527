const DSN = /^(\w+):\/\/([^:/]+)(?::(\d+))?(\/[^?]*)(?:\?(.*))?$/;

export function parseDsn(dsn) {
  const match = DSN.exec(dsn);
  if (!match) throw new TypeError('Not a DSN: ' + dsn);
  const [, kind, host, port, path, query] = match;
  if (kind !== 'phx') throw new TypeError('Unknown kind: ' + kind);

  const scheme = window.location.protocol === 'https:' ? 'wss://' : 'ws://';
  const authority = port ? host.replace('%h', window.location.hostname) + ':' + port : host.replace('%h', window.location.host);

  const params = {};
  (query || '').split('&').forEach((pair) => {
    const [key, value] = pair.split('=');
    params[key] = value;
  });
  return { endpoint: scheme + authority + path, params };
}
