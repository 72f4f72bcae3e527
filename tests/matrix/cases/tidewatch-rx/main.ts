// RxJS: config$ with catchError fallback, switchMap to webSocket; the URL is composed with map and scan over partial settings.
// page:
// page: __matrix.answers["/tidewatch.json"] = { host: "tide.runtime.example", port: 7777 }
import { EMPTY, from, of } from 'rxjs';
import { catchError, map, retry, scan, shareReplay, startWith, switchMap, takeLast } from 'rxjs/operators';
import { webSocket } from 'rxjs/webSocket';
import { gaugeStore } from './gauges';

interface Settings {
  host: string;
  port: number;
  path: string;
}

const defaults: Settings = { host: window.location.hostname, port: 4510, path: '/levels' };

const file$ = from(fetch('/tidewatch.json').then((response) => response.json() as Promise<Partial<Settings>>)).pipe(
  catchError(() => of({ path: '/levels/all' } as Partial<Settings>)),
);

const settings$ = file$.pipe(
  startWith(defaults as Partial<Settings>),
  scan((all, part) => ({ ...all, ...part }), {} as Settings),
  takeLast(1),
  shareReplay(1),
);

const url$ = settings$.pipe(
  map(({ host, port, path }) => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${host}:${port}${path}`),
);

url$
  .pipe(
    switchMap((url) => webSocket<{ gauge: string; level: number }>({ url, protocol: 'tide.v1' })),
    retry({ count: 2, delay: 1000 }),
    catchError(() => EMPTY),
  )
  .subscribe(({ gauge, level }) => gaugeStore.next({ gauge, level, at: 4510 }));
