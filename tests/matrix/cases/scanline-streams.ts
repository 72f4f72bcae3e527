// Warehouse scanners as RxJS streams: settings and page visibility combine into a stream of sources; while visible, an
// ajax poll of a scanner bridge on the page's host (port 8181) is merged with ajax of the page's own stock service.
import {
  BehaviorSubject, EMPTY, catchError, combineLatest, distinctUntilChanged, fromEvent, map, merge, startWith,
  switchMap, take, timer,
} from "rxjs";
import { ajax } from "rxjs/ajax";
import type { Observable } from "rxjs";

interface BridgeSettings {
  pollMs: number;
  bridgePort: number;
  gate: string;
}

interface Scan {
  code: string;
  at: number;
}

const settings$ = new BehaviorSubject<BridgeSettings>({ pollMs: 2500, bridgePort: 8181, gate: "G-12" });

const visible$ = fromEvent(document, "visibilitychange").pipe(
  startWith(null),
  map(() => document.visibilityState !== "hidden"),
  distinctUntilChanged(),
);

const bridgeUrl = ({ bridgePort, gate }: BridgeSettings) => {
  const origin = window.location.origin.split(":").slice(0, 2).join(":");
  return `${origin}:${bridgePort}/gates/${gate}/scans`;
};

const quiet = <T>(source: Observable<T>) => source.pipe(catchError(() => EMPTY));

const scans$ = combineLatest([settings$, visible$]).pipe(
  switchMap(([settings, active]) =>
    active
      ? timer(0, settings.pollMs).pipe(
          take(3),
          switchMap(() => quiet(ajax.getJSON<Scan[]>(bridgeUrl(settings), { Accept: "application/json" }))),
        )
      : EMPTY,
  ),
);

const stock$ = timer(500).pipe(
  switchMap(() => quiet(ajax<{ sku: string }[]>({ url: "/api/stock/levels?limit=8181", method: "GET", timeout: 4000 }))),
  map(({ response }) => response.map(({ sku }) => ({ code: sku, at: 0 }))),
);

merge(scans$, stock$).subscribe((scans) => {
  document.body.setAttribute("data-scans", String(scans.length));
});

visible$.subscribe((visible) => document.body.classList.toggle("is-idle", !visible));
