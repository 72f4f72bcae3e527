const joinUrls = (base, url) => {
  if (!base) return url;
  return `${base.replace(/\/$/, "")}/${url.replace(/^\//, "")}`;
};

export function fetchBaseQuery({ baseUrl, prepareHeaders = (x) => x, fetchFn = (...args) => fetch(...args), ...base } = {}) {
  return async (arg) => {
    const { url, body, headers: given, ...rest } = typeof arg === "string" ? { url: arg } : arg;
    const config = { ...base, ...rest };
    config.headers = prepareHeaders(new Headers(given || {}));
    if (body) config.body = JSON.stringify(body);
    const request = joinUrls(baseUrl, url);
    try {
      const response = await fetchFn(request, config);
      return { data: await response.json() };
    } catch (error) {
      return { error: { status: "FETCH_ERROR", error: String(error) } };
    }
  };
}

export function createApi({ reducerPath, baseQuery, endpoints }) {
  const api = { reducerPath, endpoints: {} };
  const make = (type) => (definition) => ({ type, ...definition });
  const definitions = endpoints({ query: make("query"), mutation: make("mutation") });
  for (const [name, definition] of Object.entries(definitions)) {
    api.endpoints[name] = {
      initiate(arg) {
        const result = baseQuery(definition.query(arg));
        definition.onCacheEntryAdded?.(arg, { cacheDataLoaded: result });
        return result;
      },
    };
  }
  return api;
}
