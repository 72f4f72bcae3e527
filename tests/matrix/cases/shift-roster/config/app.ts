export const FEATURES = {
  liveRoster: true,
  swapRequests: false,
} as const;

export const REALTIME = {
  PORT: '8095',
  ROOT: '/realtime',
  RETRY_MS: 5_000,
} as const;

export const API_ROOT = '/api/rosters';
