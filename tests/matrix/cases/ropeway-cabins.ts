// RxJS: settings as a stream of patches folded by scan; the socket's URL leaves the pipeline through map and switchMap.
import { BehaviorSubject, EMPTY, Observable, from, merge, of, timer } from 'rxjs';
import { catchError, debounceTime, distinctUntilChanged, filter, map, retry, scan, share, switchMap } from 'rxjs/operators';
import { webSocket } from 'rxjs/webSocket';

interface Settings {
  host: string;
  secure: boolean;
  base: number;
  section: number;
  interval: number;
}
type Patch = Partial<Settings>;
interface Cabin {
  id: number;
  load: number;
  windSpeed: number;
}

const defaults: Settings = {
  host: window.location.hostname,
  secure: window.location.protocol === 'https:',
  base: 0,
  section: 0,
  interval: 5000,
};

const fromSite: Observable<Patch> = from([{ base: 9700 }, { section: 3 }] as Patch[]);
const fromUser = new BehaviorSubject<Patch>({ interval: 2500 });

const settings$ = merge(fromSite, fromUser).pipe(
  scan((all: Settings, patch: Patch) => ({ ...all, ...patch }), defaults),
  debounceTime(20),
  share(),
);

const url$ = settings$.pipe(
  filter(({ base }) => base > 0),
  map(({ host, secure, base, section }) => {
    const scheme = secure ? 'wss' : 'ws';
    return `${scheme}://${host}:${base + section}/cabins`;
  }),
  distinctUntilChanged(),
);

const cabins$ = url$.pipe(
  switchMap((url) =>
    webSocket<Cabin>({ url, protocol: ['cabin.v1'] }).pipe(
      retry({ count: 1, delay: () => timer(1200) }),
      catchError(() => EMPTY),
    ),
  ),
);

// The weather comes through the site's own proxy.
const weather$ = of('/weather/stream').pipe(
  map((path) => new URL(path, window.location.href)),
  map((url) => {
    url.protocol = url.protocol.replace('http', 'ws');
    return url.href;
  }),
  switchMap((url) => webSocket<{ gust: number }>(url).pipe(catchError(() => EMPTY))),
);

const status = document.createElement('output');
document.body.append(status);

const formatter = new Intl.NumberFormat('de-AT', { maximumFractionDigits: 1 });
merge(
  cabins$.pipe(map((cabin) => `cabin ${cabin.id}: ${formatter.format(cabin.load)} kg`)),
  weather$.pipe(map(({ gust }) => `gusts of ${formatter.format(gust)} m/s`)),
).subscribe((line) => {
  status.value = line;
});
