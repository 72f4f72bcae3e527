export function createStore(reducer, middlewares = []) {
  let state = reducer(undefined, { type: '@@init' });
  const listeners = new Set();

  const api = {
    getState: () => state,
    dispatch: (action) => dispatch(action),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const base = (action) => {
    state = reducer(state, action);
    listeners.forEach((listener) => listener());
    return action;
  };

  const dispatch = middlewares.map((m) => m(api)).reduceRight((next, m) => m(next), base);
  return api;
}
