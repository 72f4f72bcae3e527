import { inject, reactive, effectScope } from 'vue';

const STORES = Symbol('stores');

export function createStores() {
  const live = new Map();
  return { install: (app) => app.provide(STORES, live) };
}

export function defineStore(id, setup) {
  return function useStore() {
    const live = inject(STORES);
    if (!live.has(id)) {
      const scope = effectScope(true);
      live.set(id, scope.run(() => reactive(setup())));
    }
    return live.get(id);
  };
}
