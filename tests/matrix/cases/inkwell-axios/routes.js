const self = () => ({ hostname: window.location.hostname, port: window.location.port });

const table = {
  content: { prefix: '/ghost/api/v5' },
  media: { prefix: '/media/v1', port: 2369 },
  members: { prefix: '/members/api' },
};

export function route(address) {
  const [, service, path] = /^([a-z]+):(\/.*)$/.exec(address) || [];
  if (!service) return address;
  const { prefix, ...own } = table[service];
  const { hostname, port } = { ...self(), ...own };
  const url = new URL(prefix + path, `${window.location.protocol}//${hostname}`);
  if (port) url.port = port;
  return url.href;
}
