import { env } from './env.js';

export function serviceUrl(name, path, kind = 'http') {
  const service = env.services.get(name);
  if (!service) throw new Error(`unknown service ${name}`);
  const { protocol, hostname, host } = window.location;
  const scheme = kind + (protocol === 'https:' ? 's' : '');
  return `${scheme}://${service.port ? `${hostname}:${service.port}` : host}${service.base}${path}`;
}
