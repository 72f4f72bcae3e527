// A ticket list on a small query cache: keys, stale times, observers, and a subscription option fed by server-sent events.
const hashKey = (key) => JSON.stringify(key, (_, v) => (v && typeof v === "object" && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort()) : v));

class Query {
  constructor(cache, options) {
    this.cache = cache;
    this.options = options;
    this.hash = hashKey(options.queryKey);
    this.state = { status: "pending", data: undefined, error: null, updatedAt: 0 };
    this.observers = [];
  }

  setData(updater) {
    const data = typeof updater === "function" ? updater(this.state.data) : updater;
    this.dispatch({ status: "success", data, error: null, updatedAt: Date.now() });
  }

  dispatch(patch) {
    this.state = { ...this.state, ...patch };
    this.observers.forEach((o) => o.onUpdate(this.state));
  }

  async fetch() {
    const { queryFn, queryKey } = this.options;
    try {
      this.setData(await queryFn({ queryKey }));
    } catch (error) {
      this.dispatch({ status: "error", error });
    }
  }

  addObserver(observer) {
    this.observers.push(observer);
    if (this.observers.length === 1) {
      this.release = this.options.subscribe?.({ queryKey: this.options.queryKey, setData: (u) => this.setData(u) });
    }
    if (Date.now() - this.state.updatedAt > this.options.staleTime) this.fetch();
  }

  removeObserver(observer) {
    this.observers = this.observers.filter((o) => o !== observer);
    if (!this.observers.length) this.release?.();
  }
}

class QueryClient {
  #queries = new Map();
  #defaults;

  constructor({ defaultOptions = {} } = {}) {
    this.#defaults = defaultOptions;
  }

  build(options) {
    const merged = { ...this.#defaults.queries, ...options };
    const hash = hashKey(merged.queryKey);
    if (!this.#queries.has(hash)) this.#queries.set(hash, new Query(this, merged));
    return this.#queries.get(hash);
  }

  get streamOrigin() {
    return this.#defaults.streams.origin();
  }
}

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 8000, gcTime: 300000, retry: 3 },
    streams: {
      port: 8090,
      origin() {
        const { protocol, hostname } = globalThis.location;
        return `${protocol}//${hostname}:${this.port}`;
      },
    },
  },
});

const ticketQueries = {
  all: () => ["tickets"],
  list: (filter) => ({
    queryKey: [...ticketQueries.all(), "list", filter],
    queryFn: async ({ queryKey: [, , f] }) => {
      const res = await fetch(`/api/tickets?${new URLSearchParams(f)}`);
      if (!res.ok) throw new Error(`HTTP ${res.status}`);
      return res.json();
    },
    subscribe: ({ setData }) => {
      const source = new EventSource(`${client.streamOrigin}/streams/tickets?${new URLSearchParams(filter)}`, {
        withCredentials: true,
      });
      source.addEventListener("upsert", ({ data }) => {
        const ticket = JSON.parse(data);
        setData((old = []) => [ticket, ...old.filter((t) => t.id !== ticket.id)]);
      });
      return () => source.close();
    },
  }),
};

const query = client.build(ticketQueries.list({ state: "open", limit: 50 }));
query.addObserver({
  onUpdate: ({ status, data }) => {
    document.body.textContent = status === "success" ? `${(data || []).length} open tickets` : status;
  },
});
