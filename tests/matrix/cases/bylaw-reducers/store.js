export function createStore(reducer, enhance) {
  let state = reducer(undefined, { type: '@@init' });
  const listeners = new Set();
  const store = {
    getState: () => state,
    subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    dispatch(action) {
      state = reducer(state, action);
      listeners.forEach((listener) => listener());
      return action;
    },
  };
  return enhance ? enhance(store) : store;
}

export const combineReducers = (slices) => (state = {}, action) =>
  Object.keys(slices).reduce((next, key) => ({ ...next, [key]: slices[key](state[key], action) }), {});

export const applyMiddleware = (...middlewares) => (store) => {
  const plain = store.dispatch;
  const api = { getState: store.getState, dispatch: (action) => store.dispatch(action) };
  store.dispatch = middlewares.map((middleware) => middleware(api)).reduceRight((next, layer) => layer(next), plain);
  return store;
};

export const createSlice = (name, initial, handlers) => (state = initial, action) => {
  const [slice, kind] = action.type.split('/');
  const handler = handlers[slice === name ? kind : action.type];
  return handler ? handler(state, action.payload) : state;
};
