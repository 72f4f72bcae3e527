// Machine vibration monitoring in RxJS: the sensor hub's settings are a stream of their own, scanned from patches, mapped
// to an address, switched to webSocket(); the operators' notes socket is of the page's own origin.
import { EMPTY, catchError, distinctUntilChanged, from, map, merge, of, retry, scan, share, switchMap, timer } from "rxjs";
import { webSocket } from "rxjs/webSocket";

const secure = window.location.protocol === "https:";

const factory = { host: window.location.hostname, sampling: 4096, path: "/fft" };
const patches = [{ sampling: 8192 }, { port: 8093 }, { path: "/fft/v2" }];

const settings$ = from(patches).pipe(scan((settings, patch) => ({ ...settings, ...patch }), factory));

const address$ = settings$.pipe(
  map(({ host, port, path, sampling }) => port && { base: `${host}:${port}`, path, sampling }),
  switchMap((target) => (target ? of(target) : EMPTY)),
  map(({ base, path, sampling }) => `${secure ? "wss" : "ws"}://${base}${path}?rate=${sampling}`),
  distinctUntilChanged(),
);

const spectra$ = address$.pipe(
  switchMap((url) =>
    webSocket({ url, deserializer: ({ data }) => JSON.parse(data) }).pipe(
      retry({ count: 2, delay: (_, attempt) => timer(attempt * 1000) }),
      catchError(() => EMPTY),
    ),
  ),
  share(),
);

const notes$ = webSocket(`${secure ? "wss" : "ws"}://${window.location.host}/notes`).pipe(catchError(() => EMPTY));

const peak = (bins) => bins.reduce((best, level, bin) => (level > best.level ? { bin, level } : best), { bin: 0, level: 0 });

const alarms$ = spectra$.pipe(
  map(({ machine, bins, rate }) => {
    const { bin, level } = peak(bins);
    return { machine, hertz: (bin * rate) / (2 * bins.length), level };
  }),
  scan((alarms, { machine, hertz, level }) => {
    const next = new Map(alarms);
    if (level > 7.1) next.set(machine, `${hertz.toFixed(0)} Hz`);
    else next.delete(machine);
    return next;
  }, new Map()),
);

const list = document.body.appendChild(document.createElement("ul"));

merge(
  alarms$.pipe(map((alarms) => [...alarms].map(([machine, text]) => `${machine}: ${text}`))),
  notes$.pipe(map(({ text }) => [text])),
).subscribe((lines) => {
  list.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
});
