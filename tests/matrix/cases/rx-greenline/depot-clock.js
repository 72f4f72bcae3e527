import { interval, of } from "rxjs";
import { ajax } from "rxjs/ajax";
import { catchError, exhaustMap, map, take } from "rxjs/operators";

const TIMETABLE = "/timetables/greenline.json";
const PERIOD = 7350;

/** The next departure in words, asked from the page once in a while. */
export const departures$ = interval(PERIOD).pipe(
  take(1),
  exhaustMap((round) => ajax.getJSON(`${TIMETABLE}?round=${round}`).pipe(catchError(() => of([])))),
  map(([next]) => (next ? `${next.line} in ${next.minutes} min` : "no departures")),
);
