export const LOOMS = [
  { id: 'jacquard-2', width: 1900, feed: { port: 5678, path: '/shuttle' } },
];
