let configData: Record<string, string> | null = null;

function load(): Record<string, string> {
  if (configData) return configData;
  const el = document.getElementById('lab-config-data');
  configData = el ? JSON.parse(el.textContent || '{}') : {};
  return configData as Record<string, string>;
}

export function getOption(name: string): string {
  return load()[name] || document.body?.dataset[name] || '';
}

export function getBaseUrl(): string {
  return new URL(getOption('baseUrl') || '/', window.location.href).toString();
}

export function getWsUrl(): string {
  return getOption('wsUrl') || getBaseUrl().replace(/^http/, 'ws');
}

export function getTerminalUrl(): string {
  const given = getOption('terminalUrl');
  if (given) return given;
  const url = new URL(getWsUrl());
  url.host = url.hostname + ':8889';
  return url.toString();
}
