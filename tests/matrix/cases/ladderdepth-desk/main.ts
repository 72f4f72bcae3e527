// Trading screen: an enum of environments chosen by the page's host name, a table of endpoints, one client per feed.
// Hosts that nobody knows fall through to the local gateway.
import { MarketDataClient } from './marketData';
import { OrderGateway } from './orderGateway';

const ladder = document.createElement('pre');
document.getElementById('root')!.append(ladder);

MarketDataClient.instance().subscribe('EURUSD', (book) => {
  ladder.textContent = book.bids.map(([price, size]) => `${price.toFixed(5)} ${size}`).join('\n');
});
void new OrderGateway().openOrders().catch(() => []);
