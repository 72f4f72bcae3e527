// The first address may throw, the fallback is fixed.
let base;
try {
  base = new URL(window.APP_WS_URL).href;
} catch {
  base = `ws://${location.hostname}:9000/fallback`;
}
new WebSocket(base);
