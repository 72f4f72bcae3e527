const jsonService = (base, headers = {}) => ({
  async get(path, query) {
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
    const response = await fetch(new Request(url, { headers: { accept: "application/json", ...headers } }));
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  },
});

export function createServices(page) {
  const root = () => new URL("/", page.origin);
  return {
    catalogue: jsonService(new URL("shop/", root())),
    recommender: jsonService(Object.assign(root(), { port: "9400", pathname: "/reco/v2/" }), { "x-model": "als-64" }),
  };
}
