export interface Target {
  host: string;
  port: string | number;
  path: string;
}

const SPARE_INTAKE = 9444;

export const startTarget = (): Target => ({
  host: window.location.hostname,
  port: window.location.port,
  path: '/intake/orders',
});

/** First the same place again, then the spare process of the machine. */
export function nextTarget(target: Target, attempt: number): Target {
  if (attempt === 1) return target;
  return { ...target, port: SPARE_INTAKE };
}

export function render({ host, port, path }: Target): string {
  const authority = port === '' ? host : `${host}:${port}`;
  return `${window.location.protocol}//${authority}${path}`;
}
