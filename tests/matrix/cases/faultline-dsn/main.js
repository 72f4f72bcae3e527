// Error reporting SDK: a DSN string is parsed into its parts and put together again as the envelope's URL on a local relay.
import { Client } from './client.js';
import { breadcrumbs } from './breadcrumbs.js';

const client = new Client({
  dsn: 'http://5f2b9d@localhost:9100/7',
  release: 'shop@1.9.100',
  tunnel: null,
  sampleRate: 1,
});
breadcrumbs.instrument();
client.captureSession({ status: 'ok' });
fetch('/api/cart').catch((error) => client.captureException(error, breadcrumbs.take()));
