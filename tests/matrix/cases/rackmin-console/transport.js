const wsScheme = () => (window.location.protocol === 'https:' ? 'wss:' : 'ws:');

/** A socket of this panel, or of another daemon on the same machine when it has a port of its own. */
export function channel(path, { port, protocols = [] } = {}) {
  const { hostname, host } = window.location;
  const authority = port ? `${hostname}:${port}` : host;
  return new WebSocket(`${wsScheme()}//${authority}${path}`, protocols);
}
