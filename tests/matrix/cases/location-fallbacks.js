// keep: defaults for programs without a page; a browser always has a location.
const origin = typeof window !== "undefined" && window.location ? window.location.origin : "http://localhost:3000";
const host = (typeof location === "undefined" ? null : location.host) || "localhost:9000";
const scheme = globalThis.location?.protocol === "https:" ? "wss" : "ws";
new WebSocket(`${scheme}://${host}/fallback`);
fetch(new URL("/api/ping", origin)).catch(() => {});
new EventSource(`${origin}/events`);
