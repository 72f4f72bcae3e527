// Micro-frontends: the shell mounts registered apps with custom props; one remote passes a port of its own, one stays with the page.
// at: https://site.example/legacy/orders
import { registerApplication, start } from './single.js';
import { origin } from './origin.js';

registerApplication({
  name: '@mosaic/orders',
  app: () => import('./apps/orders.js'),
  activeWhen: () => true,
  customProps: { stream: origin({ port: 4211 }), page: 50 },
});
registerApplication({
  name: '@mosaic/header',
  app: () => import('./apps/header.js'),
  activeWhen: () => true,
  customProps: (name) => ({ stream: origin(), name, height: 4211 }),
});
registerApplication({
  name: '@mosaic/legacy',
  app: () => import('./apps/legacy.js'),
  activeWhen: ({ pathname }) => pathname.startsWith('/legacy'),
  customProps: { stream: origin({ port: 4290 }) },
});
start();
