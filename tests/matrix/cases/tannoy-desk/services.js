const services = {
  speech: { listens: 5002, prefix: '/tts' },
  zones: { prefix: '/api/zones' },
};

export function serviceRoot(name) {
  const service = services[name];
  if (!service) throw new Error(`unknown service ${name}`);
  const { origin, protocol, hostname } = window.location;
  return 'listens' in service ? `${protocol}//${hostname}:${service.listens}${service.prefix}` : origin + service.prefix;
}
