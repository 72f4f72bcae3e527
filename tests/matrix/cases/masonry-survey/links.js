import { lazy } from './lazy.js';

const parts = lazy({
  subnet: () => [192, 168, 17],
  machine: ({ subnet }) => [...subnet, 40].join('.'),
  loggerPort: () => Number.parseInt('6565 (logger, fixed by the vendor)', 10),
  logger: ({ machine, loggerPort }) => `http://${machine}:${loggerPort}`,
  site: () => window.location.origin,
});

export const links = lazy({
  gauges: () => `${parts.logger}/gauges`,
  uploads: () => `${parts.site}/uploads?chunk=65650`,
});
