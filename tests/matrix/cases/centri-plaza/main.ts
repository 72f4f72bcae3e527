// Public square wallboard on Centrifugo: a list of transports to try in order; the WebSocket goes through the proxy, the
// SSE fallback's endpoint carries the server's own port, put there by a function that maps a transport to its endpoint.
import { Centrifuge } from 'centrifuge';
import { transports } from './src/transports';
import { Wall } from './src/wall';

const wall = new Wall();
const centrifuge = new Centrifuge(transports(), {
  emulationEndpoint: `${window.location.origin}/emulation`,
  name: 'plaza-wall',
  minReconnectDelay: 800,
  maxReconnectDelay: 9000,
});

const news = centrifuge.newSubscription('plaza:news');
news.on('publication', ({ data }) => wall.headline(data.text));
news.subscribe();
centrifuge.on('connecting', ({ reason }) => wall.status(reason));
centrifuge.connect();
