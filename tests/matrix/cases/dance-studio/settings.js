const DEFAULTS = {
  port: 6789,
  path: "/",
  retries: 3,
  capacity: 24,
};

const computed = {
  secure: () => window.location.protocol === "https:",
  authority: ({ port }) => (port === "" ? window.location.host : `${window.location.hostname}:${port}`),
  url: (settings) => `${settings.secure ? "wss" : "ws"}://${settings.authority}${settings.path}`,
};

export function withDefaults(own) {
  return new Proxy(own, {
    get(target, name, self) {
      if (Object.hasOwn(computed, name)) return computed[name](self);
      return name in target ? target[name] : DEFAULTS[name];
    },
    set() {
      throw new TypeError("settings are read-only");
    },
  });
}
