// A loader that merges defaults deeply with a file of the server, then starts the clients one after another.
// page: __matrix.answers["/app-config.json"] = {}
// page: __matrix.answers["/app-config.json"] = { realtime: { port: 7777 } }
const defaults = {
  title: "Console",
  realtime: { port: 9100, path: "/live", retry: { min: 500, max: 9100 } },
  metrics: { enabled: true, port: 9090, path: "/metrics/stream" },
};

const isObject = (value) => value && typeof value === "object" && !Array.isArray(value);

function deepMerge(target, ...sources) {
  if (!sources.length) return target;
  const source = sources.shift();
  if (isObject(target) && isObject(source)) {
    for (const key in source) {
      if (isObject(source[key])) {
        if (!target[key]) Object.assign(target, { [key]: {} });
        deepMerge(target[key], source[key]);
      } else {
        Object.assign(target, { [key]: source[key] });
      }
    }
  }
  return deepMerge(target, ...sources);
}

async function loadConfig(url) {
  const response = await fetch(url, { cache: "no-cache" });
  const overrides = response.ok ? await response.json() : {};
  return deepMerge({}, defaults, overrides);
}

async function startRealtime({ realtime }) {
  const scheme = { "http:": "ws", "https:": "wss" }[location.protocol];
  return new WebSocket(`${scheme}://${location.hostname}:${realtime.port}${realtime.path}`);
}

async function startMetrics({ metrics }) {
  if (!metrics.enabled) return null;
  return new EventSource(`${location.protocol}//${location.hostname}:${metrics.port}${metrics.path}`, { withCredentials: false });
}

async function bootstrap() {
  const config = await loadConfig("/app-config.json");
  document.title = config.title;
  const started = [];
  for (const start of [startRealtime, startMetrics]) started.push(await start(config));
  return started;
}

bootstrap();
