declare const process: { env: Record<string, string | undefined> };

export interface AppConfig {
  currency: string;
  apiBase: string;
  pricingBase: string;
  pageSize: number;
  timeoutMs: number;
  helpUrl: string;
}

const { protocol, hostname } = window.location;

export const config: AppConfig = {
  currency: process.env.REACT_APP_CURRENCY || "USD",
  apiBase: "/api/v2",
  // the pricing engine is not behind the proxy yet
  pricingBase: (window as any).__TILERY__?.pricing ?? `${protocol}//${hostname}:5080/pricing`,
  pageSize: 50,
  timeoutMs: 8000,
  helpUrl: "https://help.tilery.example:8443/quotes",
};
