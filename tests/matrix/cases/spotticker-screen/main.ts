// Crypto screen: public exchanges with ports of their own in a table of venues, one socket each, and the portfolio
// from the page's own origin.
// keep: public hosts, whose ports are theirs
import { VENUES, type VenueName } from './venues';
import { PriceFeed } from './priceFeed';

const root = document.getElementById('root')!;
const names = Object.keys(VENUES) as VenueName[];
const feeds = names.map((name) => new PriceFeed(VENUES[name], ['BTC-USD', 'ETH-USD']));

feeds.forEach((feed) => feed.start((symbol, price) => root.setAttribute(`data-${symbol.toLowerCase()}`, price.toFixed(2))));
fetch('/portfolio').then((response) => response.json()).then(console.info).catch(() => {});
