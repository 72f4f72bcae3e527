import { useEffect, useState } from 'react';
import { query, ratesUrl, subscriptionClient } from './graphql/links.ts';

type Bid = { id: string; amount: number; bidder: string };

export function AuctionView({ lot }: { lot: string }) {
  const [bids, setBids] = useState<Bid[]>([]);
  const [rate, setRate] = useState(1);

  useEffect(() => {
    query<{ bids: Bid[] }>('query($lot: ID!) { bids(lot: $lot) { id amount bidder } }', { lot }).then((data) =>
      setBids(data?.bids ?? []),
    );
    fetch(ratesUrl('EUR'))
      .then((r) => r.json())
      .then((r) => setRate(Number(r?.USD) || 1))
      .catch(() => setRate(1));
  }, [lot]);

  useEffect(
    () =>
      subscriptionClient().subscribe<{ bidPlaced: Bid }>(
        { query: 'subscription($lot: ID!) { bidPlaced(lot: $lot) { id amount bidder } }', variables: { lot } },
        {
          next: ({ data }) => data && setBids((list) => [data.bidPlaced, ...list]),
          error: () => undefined,
          complete: () => undefined,
        },
      ),
    [lot],
  );

  return (
    <ol>
      {bids.map((bid) => (
        <li key={bid.id}>
          {bid.bidder} {(bid.amount * rate).toFixed(2)}
        </li>
      ))}
    </ol>
  );
}
