import { computed, reactive } from "vue";

export function defineStore(id, { state, getters = {}, actions = {} }) {
  let instance = null;
  return () => {
    if (instance) return instance;
    instance = { $id: id, state: reactive(state()) };
    for (const [name, getter] of Object.entries(getters)) {
      const value = computed(() => getter.call(instance, instance.state));
      Object.defineProperty(instance, name, { get: () => value.value, enumerable: true });
    }
    for (const [name, action] of Object.entries(actions)) instance[name] = action.bind(instance);
    return instance;
  };
}
