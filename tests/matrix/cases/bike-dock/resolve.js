export function resolve({ host, port, path }) {
  const { protocol, hostname, host: pageHost } = window.location;
  const authority = host || port ? `${host ?? hostname}:${port}` : pageHost;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${authority}${path}`;
}
