import { computed, reactive } from 'vue';

const stores = new Map();

export function defineStore(id, { state, getters = {}, actions = {} }) {
  return function useStore() {
    if (!stores.has(id)) {
      const store = reactive(state());
      for (const [name, getter] of Object.entries(getters)) store[name] = computed(() => getter.call(store, store));
      for (const [name, action] of Object.entries(actions)) store[name] = action.bind(store);
      stores.set(id, store);
    }
    return stores.get(id);
  };
}
