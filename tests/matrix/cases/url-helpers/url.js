export const isSecure = () => window.location.protocol === "https:";

export function joinPath(...parts) {
  return "/" + parts.map((part) => part.replace(/^\/+|\/+$/g, "")).filter(Boolean).join("/");
}

export function buildUrl(path, { port = 9000, host = window.location.hostname, scheme = isSecure() ? "wss" : "ws" } = {}) {
  return `${scheme}://${host}:${port}${path}`;
}

export const withQuery = (url, query = {}) => {
  const text = new URLSearchParams(query).toString();
  return text ? `${url}?${text}` : url;
};
