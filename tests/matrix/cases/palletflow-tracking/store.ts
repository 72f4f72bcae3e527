export interface Action<P = any> {
  type: string;
  payload?: P;
}

export type Dispatch = (action: Action) => Action;
export type Reducer<S> = (state: S | undefined, action: Action) => S;
export type Middleware<S> = (api: { dispatch: Dispatch; getState(): S }) => (next: Dispatch) => Dispatch;

export function createStore<S>(reducer: Reducer<S>, middlewares: Middleware<S>[]) {
  let state = reducer(undefined, { type: '@@init' });
  const listeners: (() => void)[] = [];
  let dispatch: Dispatch = (action) => {
    state = reducer(state, action);
    listeners.forEach((listener) => listener());
    return action;
  };
  const api = { getState: () => state, dispatch: (action: Action) => dispatch(action) };
  dispatch = middlewares.map((middleware) => middleware(api)).reduceRight((next, wrap) => wrap(next), dispatch);
  return { ...api, subscribe: (listener: () => void) => listeners.push(listener) };
}
