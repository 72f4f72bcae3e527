import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

export interface Station {
  host: string;
  scheme: string;
  root: string;
  beds: number;
}

const StationContext = createContext<Station | null>(null);

export const StationProvider = StationContext.Provider;

export function StationOverride({ change, children }: { change: (s: Station) => Partial<Station>; children: ReactNode }) {
  const outer = useStation();
  const value = useMemo(() => ({ ...outer, ...change(outer) }), [outer]);
  return <StationContext.Provider value={value}>{children}</StationContext.Provider>;
}

export function useStation(): Station {
  const station = useContext(StationContext);
  if (!station) throw new Error('useStation outside of a StationProvider');
  return station;
}

export function useStream<T>(topic: string): T[] {
  const { scheme, host, root } = useStation();
  const [items, setItems] = useState<T[]>([]);
  useEffect(() => {
    const source = new EventSource(`${scheme}//${host}${root}/${topic}`);
    source.onmessage = (event) => setItems((old) => [JSON.parse(event.data) as T, ...old]);
    source.onerror = () => source.close();
    return () => source.close();
  }, [scheme, host, root, topic]);
  return items;
}
