// GraphQL client with links: queries over fetch at the own origin, subscriptions by graphql-ws whose url is an async function.
import { split, execute, type Operation } from './link';
import { httpLink } from './http-link';
import { subscriptionLink } from './ws-link';

const link = split(({ query }) => query.startsWith('subscription'), subscriptionLink(), httpLink('/graphql'));

const operations: Operation[] = [
  { query: 'query Trails($max: Int) { trails(max: $max) { id name } }', variables: { max: 4466 } },
  { query: 'subscription { trailClosed { id reason } }' },
];

for (const operation of operations) {
  execute(link, operation, (result) => console.debug(operation.query.split(' ')[0], result));
}
