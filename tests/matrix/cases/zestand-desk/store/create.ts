import { useSyncExternalStore } from "react";

export type SetState<S> = (change: Partial<S> | ((state: S) => Partial<S>)) => void;
export type GetState<S> = () => S;

export function create<S extends object>(initialise: (set: SetState<S>, get: GetState<S>) => S) {
  let state: S;
  const listeners = new Set<() => void>();
  const get: GetState<S> = () => state;
  const set: SetState<S> = (change) => {
    state = Object.assign({}, state, typeof change === "function" ? change(state) : change);
    listeners.forEach((listener) => listener());
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  state = initialise(set, get);
  return <T>(selector: (state: S) => T): T => useSyncExternalStore(subscribe, () => selector(get()));
}
