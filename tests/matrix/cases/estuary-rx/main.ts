// keep: Water levels with RxJS: settings accumulated by scan over patches, a socket switched to the last of them.
import { EMPTY, Subject, catchError, debounceTime, map, merge, of, scan, switchMap } from 'rxjs';
import { webSocket } from 'rxjs/webSocket';
import { ajax } from 'rxjs/ajax';
import type { Patch, Settings } from './settings';
import { apply, defaults, sitePatches } from './settings';

interface Level {
  gauge: string;
  cm: number;
}

const patches = new Subject<Patch>();
const settings$ = merge(of(...sitePatches), patches).pipe(
  scan(apply, defaults()),
  debounceTime(120),
);

const address = ({ secure, host, port, path }: Settings): string => {
  const scheme = secure ? 'wss' : 'ws';
  const authority = port === null ? host : `${host.replace(/:\d+$/, '')}:${port}`;
  return `${scheme}://${authority}${path}`;
};

const levels$ = settings$.pipe(
  map(address),
  switchMap((url) => webSocket<Level>(url).pipe(catchError(() => EMPTY))),
);

const history$ = settings$.pipe(
  switchMap(({ history }) => ajax.getJSON<Level[]>(`/levels/history?hours=${history}`).pipe(catchError(() => of([])))),
);

const root = document.getElementById('root')!;
levels$.subscribe(({ gauge, cm }) => {
  root.dataset[gauge] = String(cm);
});
history$.subscribe((levels) => {
  root.textContent = `${levels.length} readings`;
});

patches.next({ history: 48 });
