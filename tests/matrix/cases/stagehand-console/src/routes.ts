import type { Area, Route } from './links';

export const areas: Record<string, Area> = {
  jobs: { prefix: '/jobs' },
  diagnostics: { prefix: '/diag', port: 5051 },
};

export const routes: Record<string, Route> = {
  'jobs.hub': { area: 'jobs', pattern: '/v:version/hub' },
  'jobs.list': { area: 'jobs', pattern: '/list' },
  'diagnostics.hub': { area: 'diagnostics', pattern: '/v:version/hub' },
};
