import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from "react";

export const CacheContext = createContext(null);

export function useQuery(key) {
  const cache = useContext(CacheContext);
  const entry = cache.entry(key);
  const subscribe = useCallback((listener) => {
    entry.listeners.add(listener);
    return () => entry.listeners.delete(listener);
  }, [entry]);
  const snapshot = useSyncExternalStore(subscribe, () => entry.snapshot);
  useEffect(() => void cache.ensure(entry.key), [cache, entry]);
  return snapshot;
}
