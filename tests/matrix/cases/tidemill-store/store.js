export function createStore(reduce) {
  let state = reduce(undefined, { type: "@@init" });
  const listeners = [];
  return {
    getState: () => state,
    subscribe: (listener) => listeners.push(listener),
    dispatch(action) {
      state = reduce(state, action);
      listeners.forEach((listener) => listener());
      return action;
    },
  };
}

export const combine = (reducers) => (state = {}, action) =>
  Object.keys(reducers).reduce((next, key) => ({ ...next, [key]: reducers[key](state[key], action) }), {});

export function createSelector(inputs, project) {
  let last = [];
  let result;
  return (state) => {
    const values = inputs.map((input) => input(state));
    if (values.some((value, index) => value !== last[index]) || last.length === 0) {
      last = values;
      result = project(...values);
    }
    return result;
  };
}
