export function create(initializer) {
  let state;
  const listeners = new Set();
  const get = () => state;
  const set = (partial) => {
    state = Object.assign({}, state, typeof partial === "function" ? partial(state) : partial);
    listeners.forEach((listener) => listener(state));
  };
  state = initializer(set, get);
  return { getState: get, setState: set, subscribe: (listener) => listeners.add(listener) };
}
