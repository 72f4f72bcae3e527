// GraphQL client of the case's own with links and split(): queries go over HTTP to the page's origin, subscriptions over
// a WebSocket link; the press daemon's port is in the endpoint but a later spread puts the HTTP link's port over it.
// keep: only correct connections
import { concat, split } from './links.js';
import { httpLink, retryLink, socketLink } from './transports.js';

const endpoint = { path: '/graphql', ports: { http: window.location.port, subscriptions: '' } };
endpoint.ports.subscriptions = ['4', 'press' in window ? '' : '00', '4'].join('');

// The daemon went behind the same proxy as the queries; its port remains for the operators' screen.
const proxied = (ports) => ({ ...ports, subscriptions: ports.http });
const isSubscription = ({ query }) => /^\s*subscription\b/.test(query);
const link = concat(
  retryLink({ attempts: 2, delay: 1000 }),
  split(isSubscription, socketLink({ ...endpoint, ports: proxied(endpoint.ports), lazy: true }), httpLink(endpoint)),
);

const run = (query, variables = {}) => link.request({ query, variables }, () => null);

run('query Edition($date: String) { edition(date: $date) { headlines } }', { date: '1904-04-04' }).catch(() => {});
run('subscription Presses { pressSpeed { id sheetsPerHour } }').catch(() => {});
