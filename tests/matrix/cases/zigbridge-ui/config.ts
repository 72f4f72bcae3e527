export interface BridgeConfig {
  apiUrl?: string;
  token?: string;
}

declare global {
  interface Window {
    __CONFIG__?: BridgeConfig;
  }
}

const FRONTEND_PORT = 8080;
const API_PORT = 8485;

const defaultApiUrl = () => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.hostname}:${API_PORT}/api`;
};

export const config = {
  apiUrl: window.__CONFIG__?.apiUrl ?? defaultApiUrl(),
  token: window.__CONFIG__?.token ?? '',
  docs: `The frontend listens on port ${FRONTEND_PORT}, see https://docs.zigbridge.example/frontend`,
};
