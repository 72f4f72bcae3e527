const defaults = {
  api: { base: "/api" },
  realtime: { host: window.location.hostname, port: 9000, path: "/merged", enabled: true },
};

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function merge(target, source) {
  const result = { ...target };
  for (const key of Object.keys(source ?? {})) {
    result[key] = isObject(source[key]) && isObject(target[key]) ? merge(target[key], source[key]) : source[key];
  }
  return result;
}

export default merge(defaults, window.__CONFIG__);
