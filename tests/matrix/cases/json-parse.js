// Configuration that is parsed from a string in the bundle.
const config = JSON.parse('{"realtime": {"port": 9000, "path": "/json"}, "timeout": 8000}');
new WebSocket(`ws://${location.hostname}:${config.realtime.port}${config.realtime.path}`);
setTimeout(() => {}, config.timeout);
