// devPort is what each remote's own dev server uses; the shell serves them all.
export const registry = [
  { name: 'stock', devPort: 3101, load: () => import('./remotes/stock.js'), channel: { path: '/live/stock', tls: 'page' } },
  { name: 'chat', devPort: 3102, load: () => import('./remotes/chat.js'), channel: { path: '/live/chat', tls: false } },
];
