export interface Gateway {
  host: string;
  port: string | number;
  tls: boolean;
}

export interface Printer {
  name: string;
  host: string;
  port: number;
}

export interface Runtime {
  gateway: Gateway;
  printers: Printer[];
}

const fallback = (): Runtime => ({
  gateway: { host: location.hostname, port: location.port, tls: location.protocol === "https:" },
  printers: [
    { name: "labels-1", host: "192.168.10.31", port: 9100 },
    { name: "labels-2", host: "192.168.10.32", port: 9100 },
  ],
});

export async function loadRuntime(): Promise<Runtime> {
  const base = fallback();
  try {
    const response = await fetch("/assets/runtime.json", { cache: "no-store" });
    if (!response.ok) return base;
    const given = (await response.json()) as Partial<Runtime>;
    return { ...base, ...given, gateway: { ...base.gateway, ...given.gateway } };
  } catch {
    return base;
  }
}
