const registry = new Map();

/** A store is created on first use; actions are bound to its state. */
export function defineStore(id, { state, getters = {}, actions = {} }) {
  return function useStore() {
    if (registry.has(id)) return registry.get(id);
    const store = { $id: id, ...state() };
    for (const [name, get] of Object.entries(getters)) {
      Object.defineProperty(store, name, { get: () => get(store), enumerable: true });
    }
    for (const [name, run] of Object.entries(actions)) store[name] = run.bind(store);
    store.$patch = (partial) => Object.assign(store, partial);
    registry.set(id, store);
    return store;
  };
}
