import { createClient } from 'graphql-ws';

/** The token is asked for each time, the URL too: it may change with the page's host. */
export function makeClient(endpoint, limits) {
  return createClient({
    url: async () => endpoint.toString(),
    retryAttempts: 1,
    lazy: true,
    keepAlive: limits.keepAlive,
    connectionParams: async () => ({ client: 'almanac', build: limits.build }),
  });
}
