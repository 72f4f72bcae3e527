// A store with state, getters and actions that share `this`, in the manner of Pinia's option stores.
function defineStore(id, { state, getters, actions }) {
  let store;
  return () => {
    if (store) return store;
    store = { $id: id, ...state() };
    for (const [name, getter] of Object.entries(getters)) {
      Object.defineProperty(store, name, { get: () => getter.call(store, store) });
    }
    for (const [name, action] of Object.entries(actions)) store[name] = action.bind(store);
    return store;
  };
}

const useRealtime = defineStore("realtime", {
  state: () => ({ port: 9000, path: "/pinia", socket: null }),
  getters: {
    url: (state) => `ws://${location.hostname}:${state.port}${state.path}`,
  },
  actions: {
    open() {
      this.socket = new WebSocket(this.url);
    },
  },
});

useRealtime().open();
