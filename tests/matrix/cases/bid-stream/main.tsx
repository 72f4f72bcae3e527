// graphql-ws next to plain fetch: subscriptions go to the GraphQL server's own port, queries to the page, rates to a public host.
import { createRoot } from 'react-dom/client';
import { AuctionView } from './AuctionView.tsx';

const node = document.createElement('div');
(document.body || document.documentElement).appendChild(node);
createRoot(node).render(<AuctionView lot="A-118" />);
