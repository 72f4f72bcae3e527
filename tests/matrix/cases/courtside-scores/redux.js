export function createStore(reducer, enhancer) {
  if (enhancer) return enhancer(createStore)(reducer);
  let state = reducer(undefined, { type: '@@INIT' });
  return {
    getState: () => state,
    dispatch(action) {
      state = reducer(state, action);
      return action;
    },
  };
}

const compose = (...functions) => functions.reduce((a, b) => (...args) => a(b(...args)));

export const applyMiddleware =
  (...middlewares) =>
  (create) =>
  (reducer) => {
    const store = create(reducer);
    let { dispatch } = store;
    const api = { getState: store.getState, dispatch: (action) => dispatch(action) };
    dispatch = compose(...middlewares.map((middleware) => middleware(api)))(store.dispatch);
    return { ...store, dispatch };
  };
