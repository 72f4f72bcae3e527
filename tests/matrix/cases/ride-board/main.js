// URL parameters may override host and port; without them subscriptions-transport-ws goes to port 8765.
import { SubscriptionClient } from 'subscriptions-transport-ws';
import { readOverrides } from './overrides.js';
import { endpoint } from './endpoint.js';

const overrides = readOverrides(window.location.search);
const url = endpoint({ path: '/subscriptions', ...overrides });

const client = new SubscriptionClient(url, {
  reconnect: true,
  reconnectionAttempts: 4,
  lazy: false,
  connectionParams: { board: overrides.board ?? 'lobby' },
});

client.onError(() => {});

client.request({ query: 'subscription { rideChanged { id queueMinutes } }' }).subscribe({
  next({ data }) {
    if (data?.rideChanged) console.log(`${data.rideChanged.id}: ${data.rideChanged.queueMinutes} min`);
  },
  error() {},
});
