type Listener = () => void;

export interface Store<T> {
  getState(): T;
  setState(partial: Partial<T> | ((state: T) => Partial<T>)): void;
  subscribe(listener: Listener): () => void;
}

export function createStore<T extends object>(init: (set: Store<T>['setState'], get: () => T) => T): Store<T> {
  let state: T;
  const listeners = new Set<Listener>();
  const getState = () => state;
  const setState: Store<T>['setState'] = (partial) => {
    const next = typeof partial === 'function' ? partial(state) : partial;
    state = { ...state, ...next };
    listeners.forEach((listener) => listener());
  };
  state = init(setState, getState);
  return {
    getState,
    setState,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
