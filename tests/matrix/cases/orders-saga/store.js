export const combineReducers = reducers => (state = {}, action) =>
  Object.keys(reducers).reduce((next, key) => ({ ...next, [key]: reducers[key](state[key], action) }), {});

export function createStore(reducer, middleware) {
  let state = reducer(undefined, { type: "@@INIT" });
  const listeners = [];
  const api = {
    getState: () => state,
    dispatch: action => chain(action),
  };
  const base = action => {
    state = reducer(state, action);
    listeners.forEach(fn => fn());
    return action;
  };
  const chain = middleware(api)(base);
  return { ...api, subscribe: fn => listeners.push(fn) };
}
