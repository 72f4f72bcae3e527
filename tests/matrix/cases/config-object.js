// A configuration object, merged from defaults with spread and Object.assign.
const defaults = { scheme: "ws", host: window.location.hostname, port: 9000, path: "/live" };
const overrides = { path: "/live/v2" };
const config = { ...defaults, ...overrides };
new WebSocket(`${config.scheme}://${config.host}:${config.port}${config.path}`);

const merged = Object.assign({}, defaults, { port: 9001 });
new WebSocket(merged.scheme + "://" + merged.host + ":" + merged.port + "/assigned");
