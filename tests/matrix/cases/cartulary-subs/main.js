// Archive catalogue on subscriptions-transport-ws: the WebSocket address is derived from the page's origin by cutting its
// port off with a regular expression and appending the service's suffix from a Map; queries keep the origin.
import { SubscriptionClient } from 'subscriptions-transport-ws';
import { originOf } from './src/origins.js';
import { Shelf } from './src/shelf.js';

const shelf = new Shelf(document.body, { perPage: 50, oldest: 1086 });

const client = new SubscriptionClient(originOf('annotations').replace(/^http/, 'ws') + '/subscriptions', {
  reconnect: true,
  reconnectionAttempts: 1,
  connectionParams: { reader: 'public' },
});

client.request({ query: 'subscription { annotated { folio hand text } }' }).subscribe({
  next: ({ data }) => shelf.annotate(data.annotated),
  error: () => shelf.note('Annotations are away'),
});

shelf.load(originOf('catalogue') + '/graphql?query=' + encodeURIComponent('{ charters { id year } }'));
