import React, { createContext, useContext, useMemo, PropsWithChildren } from "react";

type Kind = "http" | "ws";

interface ServiceSpec {
  kind: Kind;
  port?: number;
  prefix: string;
}

const services = {
  people: { kind: "http", prefix: "/api/people" },
  presence: { kind: "ws", port: 8444, prefix: "/presence" },
  photos: { kind: "http", prefix: "/photos" },
} satisfies Record<string, ServiceSpec>;

export type ServiceName = keyof typeof services;

class Service {
  constructor(private readonly spec: ServiceSpec, private readonly at: Location) {}

  href(path: string): string {
    const { kind, port, prefix } = this.spec;
    const scheme = this.at.protocol.replace("http", kind);
    const authority = port === undefined ? this.at.host : `${this.at.hostname}:${port}`;
    return `${scheme}//${authority}${prefix}${path}`;
  }
}

const Context = createContext<Record<ServiceName, Service> | null>(null);

export function ConfigProvider({ children }: PropsWithChildren) {
  const value = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(services).map(([name, spec]) => [name, new Service(spec as ServiceSpec, window.location)]),
      ) as Record<ServiceName, Service>,
    [],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useService(name: ServiceName): Service {
  const all = useContext(Context);
  if (!all) throw new Error("useService outside of ConfigProvider");
  return all[name];
}
