// Decorator functions keep endpoint metadata of classes in a WeakMap; a base class reads it to open a ReconnectingWebSocket.
import { KilnFeed, OrdersFeed } from './feeds';

const feeds = [new KilnFeed(), new OrdersFeed()];
for (const feed of feeds) feed.open();
window.addEventListener('pagehide', () => feeds.forEach((feed) => feed.close()));
