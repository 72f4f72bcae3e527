// Pallet tracking with a redux-like store: the connect action carries the URL, a middleware owns the socket, and the
// URL is taken out of a state slice whose initial value names the gateway's port.
import { connectRequested, reducer, selectGatewayUrl } from './trackingSlice';
import { createStore } from './store';
import { socketMiddleware } from './socketMiddleware';

const store = createStore(reducer, [socketMiddleware]);
const root = document.getElementById('root')!;

store.subscribe(() => {
  const { pallets, connected } = store.getState();
  root.textContent = `${connected ? 'live' : 'waiting'}: ${Object.keys(pallets).length} pallets`;
});
store.dispatch(connectRequested(selectGatewayUrl(store.getState(), 'dock-12')));
