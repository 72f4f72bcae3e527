import { catchError, defer, type Observable } from 'rxjs';

export function firstThatWorks<T>(
  urls: string[],
  open: (url: string) => Observable<T>,
  last: Observable<T>,
): Observable<T> {
  return urls.reduceRight<Observable<T>>(
    (next, url) => defer(() => open(url)).pipe(catchError(() => next)),
    last,
  );
}
