const makers = new Map();

export const Services = {
  define(key, make) {
    if (makers.has(key)) throw new Error(`defined twice: ${String(key)}`);
    makers.set(key, make);
    return this;
  },
  resolve(key, context) {
    const make = makers.get(key);
    if (!make) throw new Error(`unknown: ${String(key)}`);
    const { scheme, authority, path, query = context } = make(context);
    const search = new URLSearchParams(query).toString();
    return scheme + "://" + authority + path + (search && `?${search}`);
  },
};
