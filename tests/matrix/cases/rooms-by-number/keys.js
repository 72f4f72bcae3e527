const SEPARATOR = ":";

export const cacheKey = (kind, ...parts) => [kind, ...parts].join(SEPARATOR);

export function parseKey(key) {
  const [kind, floor, number] = key.split(SEPARATOR);
  const query = new URLSearchParams({ ref: `localhost:${number}`, callback: `http://localhost:${number}/` });
  return { path: `/api/${kind}/${floor}:${number}`, query };
}
