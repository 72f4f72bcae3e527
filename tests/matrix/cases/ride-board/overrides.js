const KNOWN = ['host', 'port', 'board'];

export function readOverrides(search) {
  const params = new URLSearchParams(search);
  const result = {};
  for (const key of KNOWN) {
    const value = params.get(key);
    if (value !== null && value !== '') result[key] = value;
  }
  return result;
}
