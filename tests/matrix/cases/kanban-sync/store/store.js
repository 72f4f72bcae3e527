export function createStore(reducer, enhance) {
  if (enhance) return enhance(createStore)(reducer);
  let state = reducer(undefined, { type: "@@init" });
  const listeners = new Set();
  return {
    getState: () => state,
    dispatch(action) {
      state = reducer(state, action);
      listeners.forEach((listener) => listener());
      return action;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const combine = (reducers) => (state = {}, action) =>
  Object.fromEntries(Object.entries(reducers).map(([key, reducer]) => [key, reducer(state[key], action)]));

export const applyMiddleware = (...middlewares) => (create) => (reducer) => {
  const store = create(reducer);
  const api = { getState: store.getState, dispatch: (action) => dispatch(action) };
  const dispatch = middlewares.map((m) => m(api)).reduceRight((next, m) => m(next), store.dispatch);
  return { ...store, dispatch };
};
