const MIN_PORT = 1024;
const MAX_PORT = 49151;

const usable = (port) => Number.isInteger(port) && port >= MIN_PORT && port <= MAX_PORT;

export function readConfig() {
  const given = window.__TENANTOPS__ ?? {};
  const { protocol, hostname, port } = window.location;
  const apiPort = usable(given.apiPort) ? String(given.apiPort) : port;
  const host = given.apiHost || hostname;
  return Object.freeze({
    http: `${protocol}//${host}${apiPort && `:${apiPort}`}`,
    pageSize: 100,
    legacy: { protocol: "http:", note: "until 2019 on http://127.0.0.1:8080" },
  });
}
