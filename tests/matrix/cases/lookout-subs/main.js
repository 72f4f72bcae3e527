// Fleet lookout on graphql-ws: the url option is a function; it asks an endpoint resolver, a chain of responsibility
// (query parameter, stored choice, built-in) whose last link holds the port.
import { createClient } from 'graphql-ws';
import { resolver } from './src/resolver.js';
import { Alarms } from './src/alarms.js';

const client = createClient({
  url: () => resolver.find('subscriptions'),
  lazy: false,
  retryAttempts: 1,
  connectionParams: async () => ({ locale: navigator.language, build: 20240 }),
  on: { closed: () => document.body.classList.remove('live') },
});

const alarms = new Alarms(document.body);

client.subscribe(
  { query: 'subscription Alarms($above: Int!) { alarm(above: $above) { id mast text } }', variables: { above: 3 } },
  { next: ({ data }) => alarms.add(data.alarm), error: () => alarms.stale(), complete: () => {} },
);

fetch(resolver.find('queries'), {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ masts { id height } }' }),
}).catch(() => alarms.stale());
