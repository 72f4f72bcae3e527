// ||= and ??= fill in what the page did not configure.
// page:
// page: window.CFG = { port: 7777 }
const cfg = window.CFG || {};
cfg.port ||= 9000;
cfg.host ??= window.location.hostname;
cfg.scheme ??= location.protocol === "https:" ? "wss" : "ws";
new WebSocket(`${cfg.scheme}://${cfg.host}:${cfg.port}/cfg`);
