const DEV_SERVER_PORTS = { storefront: 5173, api: 3001 } as const;

export const devHint = `Run "npm run api" and open http://localhost:${DEV_SERVER_PORTS.storefront}; the API listens on ${DEV_SERVER_PORTS.api}.`;

export function getBaseUrl(): string {
  const fromEnv = import.meta.env.VITE_API_URL as string;
  const base = fromEnv || window.location.origin;
  return `${base.replace(/\/$/, '')}/api`;
}
