// keep: an address that is only used where there is no window.
const origin = typeof window === "undefined" ? "http://localhost:3000" : window.location.origin;
new WebSocket(origin.replace("http", "ws") + "/ssr");
fetch(origin + "/api/ssr").catch(() => {});
