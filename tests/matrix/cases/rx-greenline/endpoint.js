export function toEndpoint({ secure, authority, path, line }) {
  const base = `ws${secure ? "s" : ""}://${authority}/${path.join("/")}`;
  return line ? `${base}?line=${line}` : base;
}
