/** Builds a socket URL next to the page. */
export function wsUrl({ host = location.hostname, port, path = "/", query } = {}) {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:"
  const authority = port ? `${host}:${port}` : host
  const search = query ? "?" + new URLSearchParams(query) : ""
  return `${scheme}//${authority}${path}${search}`
}

export const apiUrl = (path) => `/api/v1/${path.replace(/^\/+/, "")}`
