export type ServiceName = "herd" | "telemetry" | "audit";

interface ServiceEntry {
  prefix: string;
  port: number | null;
  timeout: number;
}

const entries: Record<ServiceName, ServiceEntry> = {
  herd: { prefix: "/api/herd", port: null, timeout: 9000 },
  telemetry: { prefix: "/v1", port: 8686, timeout: 30000 },
  audit: { prefix: "/api/audit", port: null, timeout: 5000 },
};

export const directory = {
  resolve(name: ServiceName): { baseURL: string; timeout: number } {
    const { prefix, port, timeout } = entries[name];
    if (port === null) return { baseURL: prefix, timeout };
    const base = new URL(window.location.origin);
    base.port = String(port);
    base.pathname = prefix;
    return { baseURL: base.toString(), timeout };
  },
};
