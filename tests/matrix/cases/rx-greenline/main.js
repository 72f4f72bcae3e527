// Tram line control on RxJS: endpoints flow through scan/map/switchMap before webSocket() subscribes to them; the depot's
// stream is built from a stream of partial settings that scan merges. The alarm stream goes to the page's host.
import { merge, of, from } from "rxjs";
import { catchError, concatMap, filter, map, scan, share, switchMap, takeLast } from "rxjs/operators";
import { webSocket } from "rxjs/webSocket";
import { pageSettings, vehicleSettings } from "./settings.js";
import { toEndpoint } from "./endpoint.js";
import { departures$ } from "./depot-clock.js";

const quiet = catchError((problem) => of({ kind: "offline", problem: String(problem) }));

const depot$ = from(vehicleSettings).pipe(
  scan((all, patch) => ({ ...all, ...patch }), {}),
  takeLast(1),
  map(toEndpoint),
  switchMap((url) => webSocket({ url, protocol: "tram.v1" }).pipe(quiet)),
  share(),
);

const alarms$ = of(pageSettings).pipe(
  map(toEndpoint),
  concatMap((url) => webSocket(url).pipe(quiet)),
);

const board = document.getElementById("root");
merge(
  depot$.pipe(filter(({ kind }) => kind === "position"), map(({ tram, stop }) => `${tram} at ${stop}`)),
  depot$.pipe(filter(({ kind }) => kind === "offline"), map(() => "depot offline")),
  alarms$.pipe(map((alarm) => `! ${alarm.kind}`)),
  departures$,
).subscribe((line) => {
  const row = document.createElement("div");
  row.textContent = line;
  board.append(row);
});
