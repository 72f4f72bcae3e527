import type { Provider } from './injector';

export const PAGE = Symbol('page');
export const DESK_PORT = Symbol('desk port');
export const PAGE_SIZE = Symbol('page size');
export const HTTP_ROOT = Symbol('http root');
export const ENDPOINT = Symbol('endpoint');

export const providers: Provider[] = [
  { provide: PAGE, value: window.location },
  { provide: DESK_PORT, value: 5480 },
  { provide: PAGE_SIZE, value: 8081 },
  { provide: HTTP_ROOT, deps: [PAGE], make: (page: Location) => `${page.origin}/lodge/api` },
  {
    provide: ENDPOINT,
    deps: [PAGE, DESK_PORT],
    make: ({ protocol, hostname }: Location, port: number) =>
      `${protocol.endsWith('s:') ? 'wss' : 'ws'}://${hostname}:${port}/desk`,
  },
];
