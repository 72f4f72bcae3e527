const { href } = window.location;

/** The page's origin, by hand: what stands before the first slash after the scheme. */
export function site() {
  const start = href.indexOf("://") + 3;
  const end = href.indexOf("/", start);
  return href.slice(0, end);
}

export function withPort(origin, port) {
  const colon = origin.lastIndexOf(":");
  const bare = colon > "https:".length ? origin.slice(0, colon) : origin;
  return `${bare}:${port}`;
}
