const { protocol, host, hostname } = window.location;
const SOCKET = protocol === "https:" ? "wss:" : "ws:";

export const TIMEOUT = 10000;
export const own = (path) => `${SOCKET}//${host}${path}`;
export const device = (port) => (path) => `${SOCKET}//${hostname}:${port}${path}`;
export const json = (path) => fetch(`/yard-api${path}`).then((r) => (r.ok ? r.json() : Promise.reject(r.status)));
