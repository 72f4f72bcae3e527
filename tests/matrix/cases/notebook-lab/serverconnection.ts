import { getBaseUrl, getOption, getTerminalUrl, getWsUrl } from './pageconfig';

export interface Settings {
  readonly baseUrl: string;
  readonly wsUrl: string;
  readonly terminalUrl: string;
  readonly token: string;
  readonly WebSocket: typeof WebSocket;
  readonly fetch: typeof fetch;
}

export function makeSettings(options: Partial<Settings> = {}): Settings {
  return {
    baseUrl: getBaseUrl(),
    wsUrl: getWsUrl(),
    terminalUrl: getTerminalUrl(),
    token: getOption('token'),
    WebSocket,
    fetch: window.fetch.bind(window),
    ...options,
  };
}
