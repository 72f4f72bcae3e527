export interface Boot {
  feed: { host: string; port: string; path: string };
  map: { centre: [number, number]; zoom: number };
}

const defaults = (location: Location): Boot => ({
  feed: { host: location.hostname, port: location.port, path: '/feed' },
  map: { centre: [51.9485, 4.1444], zoom: 8000 },
});

type Partials<T> = { [K in keyof T]?: Partial<T[K]> };

export function readBoot(document: Document): Boot {
  const base = defaults(document.location);
  const island = document.getElementById('boot');
  const given = island ? (JSON.parse(island.textContent ?? '{}') as Partials<Boot>) : {};
  return { feed: { ...base.feed, ...given.feed }, map: { ...base.map, ...given.map } as Boot['map'] };
}
