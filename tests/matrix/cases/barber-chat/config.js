const isPlain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

const merge = (target, source) =>
  Object.entries(source).reduce(
    (result, [key, value]) => ({
      ...result,
      [key]: isPlain(value) && isPlain(result[key]) ? merge(result[key], value) : value,
    }),
    target,
  );

const defaults = {
  chat: { history: 200, placeholder: "Ask us about a free chair" },
  realtime: {
    schemes: { ws: ["ws", "wss"], http: ["http", "https"] },
    maxDelay: 20000,
    endpoints: { direct: { path: "/connection" }, edge: { path: "/edge/connection" } },
  },
};

const brands = {
  "classic-cuts": { chat: { history: 80 }, realtime: { endpoints: { direct: { port: 8018 } } } },
  "fade-factory": { realtime: { endpoints: { edge: { port: 8019 } } } },
};

export const resolveConfig = (brand) => [defaults, brands[brand] ?? {}].reduce(merge, {});
