export class InjectionToken<T> {
  constructor(readonly description: string) {}
}

export interface RealtimeConfig {
  port: number;
  channel: string;
  heartbeatMs: number;
  maxFrame: number;
}

export interface Endpoints {
  rest: string;
  stream: string;
}

export const WINDOW = new InjectionToken<Window>("WINDOW");
export const REALTIME_CONFIG = new InjectionToken<RealtimeConfig>("REALTIME_CONFIG");
export const ENDPOINTS = new InjectionToken<Endpoints>("ENDPOINTS");
