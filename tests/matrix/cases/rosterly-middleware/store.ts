export interface Action {
  type: string;
  payload?: any;
}
export type Reducer<S> = (state: S | undefined, action: Action) => S;
export interface StoreApi<S = any> {
  getState(): S;
  dispatch(action: Action): Action;
  subscribe(listener: () => void): () => void;
}
export type Middleware = (api: Pick<StoreApi, "getState" | "dispatch">) => (next: (a: Action) => Action) => (a: Action) => Action;

export function combineReducers(reducers: Record<string, Reducer<any>>): Reducer<any> {
  return (state = {}, action) => {
    const next: Record<string, unknown> = {};
    for (const key of Object.keys(reducers)) next[key] = reducers[key](state[key], action);
    return next;
  };
}

export function createStore<S>(reducer: Reducer<S>, enhancer: (store: StoreApi<S>) => StoreApi<S>): StoreApi<S> {
  let state = reducer(undefined, { type: "@@init" });
  const listeners: (() => void)[] = [];
  return enhancer({
    getState: () => state,
    dispatch(action) {
      state = reducer(state, action);
      listeners.forEach((listener) => listener());
      return action;
    },
    subscribe(listener) {
      listeners.push(listener);
      return () => void listeners.splice(listeners.indexOf(listener), 1);
    },
  });
}

export const applyMiddleware =
  (...middlewares: Middleware[]) =>
  <S>(store: StoreApi<S>): StoreApi<S> => {
    let dispatch = (_action: Action): Action => {
      throw new Error("dispatching while constructing middleware");
    };
    const api = { getState: store.getState, dispatch: (action: Action) => dispatch(action) };
    dispatch = middlewares.map((middleware) => middleware(api)).reduceRight((next, wrap) => wrap(next), store.dispatch);
    return { ...store, dispatch: api.dispatch };
  };
