const DEFAULT_HUB_PORT = 5230;
const DEFAULT_REST_PORT = 5231;

function pick(value: string | undefined, fallback: () => string): string {
  const trimmed = value?.trim();
  return trimmed ? trimmed : fallback();
}

function sibling(port: number): string {
  const { protocol, hostname } = window.location;
  return `${protocol}//${hostname}:${port}/`;
}

export const hubBase = pick(process.env.REACT_APP_HUB_BASE, () => sibling(DEFAULT_HUB_PORT));
export const restBase = pick(process.env.REACT_APP_REST_BASE, () => sibling(DEFAULT_REST_PORT));
