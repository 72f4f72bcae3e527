import Pusher from 'pusher-js';

const shared = { cluster: '', enabledTransports: ['ws', 'wss'], activityTimeout: 60000 };

const strategies = {
  managed: ({ host, port }) => ({ wsHost: host, wssPort: port, forceTLS: true }),
  beside: ({ port }) => ({
    wsHost: window.location.hostname,
    wsPort: port,
    wssPort: port,
    forceTLS: window.location.protocol === 'https:',
  }),
};

export function connect({ id, cluster }) {
  return new Pusher(`plow-${id}`, { ...shared, ...strategies[cluster.kind](cluster) });
}
