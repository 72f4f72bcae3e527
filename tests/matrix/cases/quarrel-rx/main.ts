// Debate platform on RxJS: a fallback list of endpoints tried one after the other with catchError and concat; the first is
// the page's own, the last one is the old listener on a fixed port.
import { webSocket } from 'rxjs/webSocket';
import { EMPTY } from 'rxjs';
import { retry, share } from 'rxjs/operators';
import { endpoints } from './src/endpoints';
import { firstThatWorks } from './src/fallback';

interface Turn {
  speaker: string;
  seconds: number;
}

const turns$ = firstThatWorks<Turn>(
  endpoints('debates/8088'),
  (url) => webSocket<Turn>({ url, protocol: 'quarrel' }).pipe(retry({ count: 1, delay: 500 })),
  EMPTY,
).pipe(share());

turns$.subscribe({
  next: ({ speaker, seconds }) => {
    document.title = `${speaker} (${seconds})`;
  },
  complete: () => document.body.setAttribute('data-ended', ''),
});
