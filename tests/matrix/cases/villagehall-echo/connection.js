const DEFAULT_PORTS = { http: 80, https: 443 };

export function connectionFrom(json) {
  const page = {
    host: window.location.hostname,
    port: window.location.port,
    scheme: window.location.protocol.slice(0, -1),
  };
  const given = json ? JSON.parse(json) : {};
  const { host, port, scheme } = { ...page, ...given };
  return { host, port: Number(port) || DEFAULT_PORTS[scheme], tls: scheme === 'https' };
}
