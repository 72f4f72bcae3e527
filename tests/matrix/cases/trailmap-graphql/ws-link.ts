import { createClient } from 'graphql-ws';
import type { Link } from './link';
import { session } from './session';

export function subscriptionLink(): Link {
  const client = createClient({
    url: async () => {
      const { gateway } = await session();
      return `${gateway.secure ? 'wss' : 'ws'}://${[gateway.host, gateway.port].join(':')}/graphql`;
    },
    retryAttempts: 1,
    lazy: true,
  });
  return ({ query, variables }, sink) => {
    client.subscribe({ query, variables }, { next: sink, error: sink, complete: () => undefined });
  };
}
