// Correct: a redux-like store with a socket middleware; the URL always names a port, but it is the page's port or the scheme's default.
// keep: 80 and 443 are the defaults of the page's own scheme
import { createStore } from './store/createStore.js';
import { reducer } from './store/reducer.js';
import { socketMiddleware } from './store/socketMiddleware.js';

const logger = () => (next) => (action) => {
  if (window.__porterDebug) console.log(action.type);
  return next(action);
};

const store = createStore(reducer, [logger, socketMiddleware]);

store.subscribe(() => {
  document.title = `Night porter (${store.getState().calls.length})`;
});
store.dispatch({ type: 'realtime/connect', payload: { path: '/porter' } });
