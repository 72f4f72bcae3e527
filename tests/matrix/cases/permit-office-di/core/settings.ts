export interface AppSettings {
  api: { root: string; timeoutMs: number };
  realtime: { listen: number; prefix: string; retries: number[] };
}

type Layer = { [K in keyof AppSettings]?: Partial<AppSettings[K]> };

const base: AppSettings = {
  api: { root: "/api/v2", timeoutMs: 8000 },
  realtime: { listen: 443, prefix: "/hubs", retries: [0, 2000] },
};

const environments: Record<string, Layer> = {
  development: { realtime: { listen: 5000 }, api: { root: "http://localhost:5001/api/v2" } },
  production: { realtime: { listen: 5043, retries: [0, 2000, 10000] } },
};

export function loadSettings(name: string): AppSettings {
  const layer = environments[name] ?? {};
  return {
    api: { ...base.api, ...layer.api },
    realtime: { ...base.realtime, ...layer.realtime },
  };
}
