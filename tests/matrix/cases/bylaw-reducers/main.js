// Redux-like store: the connection settings are combined slices, a logged-in action turns "transport" from the page's
// port to the hall's by a handler map; a middleware reads the state with a selector and connects on one action type.
import { applyMiddleware, combineReducers, createStore } from './store.js';
import { session, transport, minutes } from './slices.js';
import { hallConnection, selectUrl } from './connection.js';

const store = createStore(combineReducers({ session, transport, minutes }), applyMiddleware(hallConnection));

store.dispatch({ type: 'minutes/opened', payload: { year: 2019, page: 3306 } });
store.dispatch({ type: 'session/loggedIn', payload: { name: 'clerk', chamber: 'lower' } });
setTimeout(() => store.dispatch({ type: 'transport/requested' }), 400);
document.documentElement.setAttribute('data-before', selectUrl(store.getState()));
