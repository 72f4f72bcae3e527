const base = {
  herd: { farm: 'DE-4410', mount: '/live/herd' },
  crush: { mount: '/scale', unit: 'kg', maximum: 1500 },
};

const site = {
  crush: { port: 4040, mount: '/socket' },
};

const environment = { page: window.location };

/** The last layer which has a key wins; objects are layered key by key. */
function layered(...layers) {
  return new Proxy(Object.create(null), {
    get(_, key) {
      const found = layers.filter((layer) => Reflect.has(layer, key)).map((layer) => Reflect.get(layer, key));
      if (!found.length) return undefined;
      const last = found[found.length - 1];
      if (typeof last !== 'object' || found.length === 1) return last;
      return layered(...found);
    },
    set(_, key) {
      throw new TypeError(`configuration is read-only: ${String(key)}`);
    },
  });
}

export const config = layered(base, site, environment);
