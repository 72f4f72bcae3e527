const drivers = {
  websocket({ endpoint, protocols }) {
    const scheme = location.protocol === "http:" ? "ws:" : "wss:";
    const authority = endpoint.port ? `${location.hostname}:${endpoint.port}` : location.host;
    return new WebSocket(`${scheme}//${authority}${endpoint.path}`, protocols);
  },
  events({ endpoint }) {
    return new EventSource(endpoint.path);
  },
};

export function openTransport(service) {
  const driver = drivers[service.transport];
  if (!driver) throw new Error(`no driver for ${service.transport}`);
  return driver(service);
}
