// RxJS services with constructor injection as in Angular: ajax and webSocket streams over an EnvironmentService whose
// getters combine a frozen environment object with the page; the historian alone has a port there.
import { catchError, combineLatest, interval, map, of, retry, startWith, switchMap, take, type Observable } from "rxjs";
import { createRoot } from "react-dom/client";
import { ajax } from "rxjs/ajax";
import { webSocket } from "rxjs/webSocket";
import { EnvironmentService } from "./environment.service";

interface Turbine { id: string; power: number }
interface Sample { at: number; wind: number }

class TurbineService {
  constructor(private readonly env: EnvironmentService) {}

  live(): Observable<Turbine[]> {
    return webSocket<Turbine[]>({ url: this.env.socketUrl("turbines") }).pipe(
      retry({ count: 1, delay: 800 }),
      catchError(() => of([])),
      startWith([] as Turbine[]),
    );
  }
}

class HistorianService {
  constructor(private readonly env: EnvironmentService) {}

  last(hours: number): Observable<Sample[]> {
    return interval(2000).pipe(
      take(2),
      startWith(-1),
      switchMap(() =>
        ajax<Sample[]>({ url: `${this.env.historian}/samples`, queryParams: { hours, bucket: 900 }, crossDomain: true }).pipe(
          map(({ response }) => response),
          catchError(() => of([])),
        ),
      ),
      startWith([] as Sample[]),
    );
  }
}

class OverviewComponent {
  constructor(private readonly turbines: TurbineService, private readonly historian: HistorianService, private readonly env: EnvironmentService) {}

  mount(host: Element): void {
    const root = createRoot(host);
    ajax.getJSON(`${this.env.api}/park`).pipe(catchError(() => of({ name: "Park" }))).subscribe((park) => {
      document.title = (park as { name: string }).name;
    });
    combineLatest([this.turbines.live(), this.historian.last(48)]).subscribe(([turbines, samples]) => {
      const power = turbines.reduce((sum, turbine) => sum + turbine.power, 0);
      root.render(<p>{power} kW, {samples.length} samples</p>);
    });
  }
}

const env = new EnvironmentService();
new OverviewComponent(new TurbineService(env), new HistorianService(env), env).mount(document.getElementById("root") ?? document.body);
