import { SubscriptionClient } from 'subscriptions-transport-ws';

const swap = (protocol) => (protocol.endsWith('s:') ? 'wss:' : 'ws:');

const graph = () => `${swap(location.protocol)}//${location.host}/graph`;
const federated = () => `${swap(location.protocol)}//${location.hostname}:4010/graph`;
const legacy = () => {
  const base = new URL('/subscriptions', location.origin);
  base.port = 4000 + 80;
  return swap(base.protocol) + base.href.slice(base.protocol.length);
};

export function createGateway(flags) {
  const url = flags.pick({ FEDERATED_GRAPH: federated, LEGACY_SUBSCRIPTIONS: legacy, default: graph });
  const client = new SubscriptionClient(url, { reconnect: false, timeout: 20000 });
  return {
    subscribe(query, next) {
      return client.request({ query }).subscribe({ next: ({ data }) => next(data), error: () => client.close() });
    },
  };
}
