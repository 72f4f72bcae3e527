const HOSTED = /^([a-z0-9-]+)\.(eu|us)\.tenantdeck\.com$/;

export function resolveTenant({ hostname }) {
  const match = HOSTED.exec(hostname);
  if (match) return { id: match[1], region: match[2], plan: 'hosted' };
  return { id: hostname.split('.')[0], region: 'local', plan: 'self-hosted' };
}
