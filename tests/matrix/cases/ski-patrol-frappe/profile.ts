import { useMemo } from 'react';

export interface Profile {
  zone: string;
  siteName?: string;
  bench: { web?: number; socketio?: number };
}

const common: Profile = { zone: 'all', bench: {} };

const profiles: Record<string, Partial<Profile>> = {
  resort: { zone: 'north-face', bench: { web: 8000, socketio: 9005 } },
  headquarters: { siteName: 'hq.skipatrol.example' },
};

export const useProfile = (name: string): Profile => useMemo(() => ({ ...common, ...profiles[name] }), [name]);

export function providerProps({ siteName, bench }: Profile) {
  const { socketio } = bench;
  return {
    siteName: siteName ?? window.location.hostname,
    ...(socketio ? { socketPort: String(socketio) } : {}),
    enableSocket: true,
  };
}
