const transports = Object.create(null);

export function register(name, transport) {
  transports[name] = transport;
}

export function resolveTransport(name) {
  const transport = transports[name];
  if (!transport) throw new TypeError(`unknown transport ${name}`);
  return transport;
}

export const authority = (port) => `${location.hostname}:${port}`;
