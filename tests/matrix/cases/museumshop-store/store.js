export function createStore(reducer, state, enhance) {
  const listeners = new Set();
  const base = (action) => {
    state = reducer(state, action);
    listeners.forEach((listener) => listener());
    return action;
  };
  const getState = () => state;
  const api = {
    getState,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch: (action) => dispatch(action),
  };
  const dispatch = enhance(api)(base);
  return api;
}

export const applyThunk = (extra) => ({ dispatch, getState }) => (next) => (action) =>
  typeof action === "function" ? action(dispatch, getState, extra) : next(action);
