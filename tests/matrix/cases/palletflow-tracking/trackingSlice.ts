import type { Action, Reducer } from './store';

export interface TrackingState {
  gateway: { host: string; port: number; basePath: string };
  connected: boolean;
  pallets: Record<string, { bay: string; weight: number }>;
}

const initialState: TrackingState = {
  gateway: { host: window.location.hostname, port: 8181, basePath: '/tracking' },
  connected: false,
  pallets: {},
};

export const CONNECT = 'tracking/connect';
export const CONNECTED = 'tracking/connected';
export const SCANNED = 'tracking/scanned';

export const connectRequested = (url: string): Action<{ url: string }> => ({ type: CONNECT, payload: { url } });

export const selectGatewayUrl = ({ gateway }: TrackingState, dock: string): string => {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${gateway.host}:${gateway.port}${gateway.basePath}/${dock}`;
};

export const reducer: Reducer<TrackingState> = (state = initialState, { type, payload }) => {
  switch (type) {
    case CONNECTED:
      return { ...state, connected: payload };
    case SCANNED:
      return { ...state, pallets: { ...state.pallets, [payload.sscc]: payload } };
    default:
      return state;
  }
};
