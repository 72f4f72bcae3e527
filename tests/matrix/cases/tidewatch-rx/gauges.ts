import { BehaviorSubject, Subject } from 'rxjs';
import { filter } from 'rxjs/operators';

export interface Level {
  gauge: string;
  level: number;
  at: number;
}

const levels = new Map<string, Level>();

export const gaugeStore = new Subject<Level>();
export const alarm$ = new BehaviorSubject<string | null>(null);

gaugeStore.subscribe((level) => levels.set(level.gauge, level));
gaugeStore.pipe(filter(({ level }) => level > 620)).subscribe(({ gauge }) => alarm$.next(gauge));
