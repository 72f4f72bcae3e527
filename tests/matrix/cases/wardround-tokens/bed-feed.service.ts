import { filter, map, retry, share, timer } from "rxjs";
import { webSocket } from "rxjs/webSocket";
import type { WebSocketSubject } from "rxjs/webSocket";
import type { Endpoints, RealtimeConfig } from "./core/tokens";

interface BedMessage {
  kind: "occupancy" | "pong";
  ward: string;
  occupied: number;
}

export class BedFeedService {
  private readonly socket: WebSocketSubject<BedMessage>;
  readonly occupancy$;

  constructor(endpoints: Endpoints, config: RealtimeConfig) {
    this.socket = webSocket<BedMessage>({
      url: endpoints.stream,
      protocol: ["ward.v2"],
      closeObserver: { next: () => document.body.setAttribute("data-heartbeat", String(config.heartbeatMs)) },
    });
    this.occupancy$ = this.socket.pipe(
      retry({ count: 2, delay: (_error, attempt) => timer(attempt * 800) }),
      filter((message) => message.kind === "occupancy"),
      map(({ ward, occupied }) => ({ ward, occupied })),
      share(),
    );
  }
}
