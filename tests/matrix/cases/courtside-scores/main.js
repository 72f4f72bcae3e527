// Live scores: Redux-like store; a connection middleware takes its endpoint from the payload of an action creator.
import { applyMiddleware, createStore } from './redux.js';
import { socketMiddleware } from './socket-middleware.js';
import { apiMiddleware } from './api-middleware.js';
import { connect, fetchFixtures, rootReducer } from './ducks.js';

const store = createStore(rootReducer, applyMiddleware(apiMiddleware, socketMiddleware));
store.dispatch(fetchFixtures({ day: '2024-05-04' }));
store.dispatch(connect('scores'));
