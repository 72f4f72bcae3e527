export function join(...parts: string[]): string {
  const [first, ...rest] = parts;
  return rest.reduce((all, part) => `${all.replace(/\/+$/, '')}/${part.replace(/^\/+/, '')}`, first);
}

export function queryString(values: Record<string, string>): string {
  const keys = Object.keys(values).filter((key) => values[key]);
  return keys.length ? `?${keys.map((key) => `${key}=${encodeURIComponent(values[key])}`).join('&')}` : '';
}
