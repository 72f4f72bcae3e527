import { reactive } from 'vue'

const registry = new Map()

export function defineStore(id, { state, actions }) {
  return function useStore() {
    if (!registry.has(id)) {
      const store = reactive(state())
      for (const name of Object.keys(actions)) {
        store[name] = actions[name].bind(store)
      }
      registry.set(id, store)
    }
    return registry.get(id)
  }
}
