const DEFAULTS = { defaultLocale: 'en', theme: 'system', hostname: null, port: null, instances: [] };

export async function loadConfig() {
  try {
    const response = await fetch('/config.json', { cache: 'no-store' });
    return { ...DEFAULTS, ...(await response.json()) };
  } catch {
    return { ...DEFAULTS };
  }
}
