const BASE_PORT = 4000;

const services = {
  socket: { offset: 7, path: '/live', scheme: 'ws' },
  export: { offset: null, path: '/export', scheme: 'http' },
};

export function endpointFor(name) {
  const { offset, path, scheme } = services[name];
  const { protocol, hostname, host } = window.location;
  const prefix = protocol === 'https:' ? `${scheme}s` : scheme;
  return prefix + '://' + (offset === null ? host : hostname + ':' + (BASE_PORT + offset)) + path;
}
