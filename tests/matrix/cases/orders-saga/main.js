// Orders of a restaurant: a store with middleware, sagas as generators, an event channel around socket.io.
import { createStore, combineReducers } from "./store";
import createSagaMiddleware from "./effects";
import rootSaga from "./sagas";
import { orders, connection } from "./reducers";

const saga = createSagaMiddleware();
const store = createStore(combineReducers({ orders, connection }), saga);

saga.run(rootSaga);
store.subscribe(() => {
  const { orders: list, connection: state } = store.getState();
  document.title = `${list.allIds.length} orders (${state.status})`;
});
store.dispatch({ type: "APP/STARTED", payload: { kitchen: "ground-floor" } });
