interface AuditConfig {
  brokerPort?: number;
  retention: number;
}

declare global {
  interface Window {
    __AUDIT__?: AuditConfig;
  }
}

export function brokerUrl(): string {
  const { protocol, hostname, port } = window.location;
  const chosen = window.__AUDIT__?.brokerPort ?? port;
  const authority = chosen ? `${hostname}:${chosen}` : hostname;
  return `${protocol}//${authority}/stomp`;
}
