import useSWR from 'swr';
import { useSettings } from './settings.jsx';
import { useSubscription } from './use-subscription.js';

const QUERY = 'subscription Bids($auction: ID!) { bid(auction: $auction) { id amount } }';
const load = (path) => fetch(path).then((r) => r.json());

export default function Bids({ auction }) {
  const { page } = useSettings();
  const { data } = useSWR(`/api/auctions/${auction}?page=${page}`, load, { shouldRetryOnError: false });
  const bids = useSubscription(QUERY, { auction });
  return (
    <section>
      <h2>{data?.title ?? auction}</h2>
      <ol>{bids.map((b) => <li key={b.bid.id}>{b.bid.amount}</li>)}</ol>
    </section>
  );
}
