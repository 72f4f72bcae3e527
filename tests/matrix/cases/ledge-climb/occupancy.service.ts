import { defer, retry, timer, type Observable } from "rxjs";
import { webSocket } from "rxjs/webSocket";
import type { Environment } from "./environment";

export interface Hall {
  name: string;
  people: number;
}

export class OccupancyService {
  readonly changes$: Observable<Hall>;

  constructor(private readonly environment: Environment) {
    this.changes$ = defer(() => webSocket<Hall>({ url: this.url(), protocol: "hall.v1" })).pipe(
      retry({ count: 2, delay: (_error, attempt) => timer(attempt * 3000) }),
    );
  }

  private url() {
    const url = new URL(this.environment.apiPrefix + "/occupancy", window.location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    url.port = `${this.environment.wsPort}`;
    return url.href;
  }
}
