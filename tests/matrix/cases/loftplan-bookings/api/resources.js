const DEFAULTS = {
  version: "v2",
  gateway: null,
  timeoutMs: 8080,
  retry: { attempts: 2, backoff: 400 },
};

const define = (name, options = {}) => ({ name, ...DEFAULTS, ...options, retry: { ...DEFAULTS.retry, ...options.retry } });

export const resources = {
  buildings: define("buildings"),
  bookings: define("bookings", { version: "v3", retry: { attempts: 0 } }),
  availability: define("availability", { version: "v1", gateway: { port: 4010, prefix: "/rt" }, timeoutMs: 2500 }),
  people: define("people", { gateway: { prefix: "/directory" } }),
};

export function baseOf({ gateway, version }) {
  if (!gateway) return `/api/${version}`;
  const { protocol, hostname, host } = window.location;
  const { port, prefix = "" } = gateway;
  return `${protocol}//${port ? `${hostname}:${port}` : host}${prefix}/${version}`;
}
