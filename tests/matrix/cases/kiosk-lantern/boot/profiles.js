const profiles = {
  base: {
    appKey: 'lantern',
    plainPort: 6021,
    tlsPort: 6021,
    host: () => window.location.hostname,
    transports: ['ws', 'wss'],
    idle: 45000,
  },
  onsite: { extends: 'base', idle: 90000, transports: ['ws'] },
  travelling: { extends: 'base', idle: 15000, appKey: 'lantern-mobile' },
};

export function flatten(name) {
  const { extends: parent, ...own } = profiles[name];
  return parent ? { ...flatten(parent), ...own } : own;
}
