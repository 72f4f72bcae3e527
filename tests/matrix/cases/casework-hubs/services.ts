export type ServiceName = "documents" | "chat";

export interface Service {
  hub: string;
  gateway: boolean;
  port?: number;
  retry: number[];
}

export const SERVICES: Readonly<Record<ServiceName, Service>> = Object.freeze({
  documents: { hub: "/hubs/documents", gateway: false, port: 5217, retry: [0, 2000, 10000] },
  chat: { hub: "/hubs/chat", gateway: true, retry: [0, 5000, 30000] },
});

export function serviceUrl(service: Service, location: Location = window.location): string {
  const parts = [location.protocol, "//"];
  if (service.gateway) parts.push(location.host, "/gateway");
  else parts.push(location.hostname, ":", String(service.port));
  parts.push(service.hub);
  return parts.join("");
}
