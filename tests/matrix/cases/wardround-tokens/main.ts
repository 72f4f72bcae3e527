// Hospital ward board in the Angular manner: injection tokens, useFactory providers with deps, an injector that resolves
// them, and a service that opens an RxJS webSocket. The port travels from a useValue provider through a factory.
import { Injector } from "./core/injector";
import { ENDPOINTS, REALTIME_CONFIG, WINDOW } from "./core/tokens";
import { BedFeedService } from "./bed-feed.service";
import { PatientApi } from "./patient-api.service";
import type { Endpoints, RealtimeConfig } from "./core/tokens";

const injector = new Injector([
  { provide: WINDOW, useValue: window },
  { provide: REALTIME_CONFIG, useValue: { port: 5280, channel: "beds", heartbeatMs: 15000, maxFrame: 65536 } },
  {
    provide: ENDPOINTS,
    deps: [WINDOW, REALTIME_CONFIG],
    useFactory: (win: Window, config: RealtimeConfig): Endpoints => {
      const secure = win.location.protocol === "https:";
      return {
        rest: `${win.location.origin}/api/v2`,
        stream: `${secure ? "wss" : "ws"}://${win.location.hostname}:${config.port}/stream/${config.channel}`,
      };
    },
  },
  { provide: BedFeedService, deps: [ENDPOINTS, REALTIME_CONFIG], useClass: BedFeedService },
  { provide: PatientApi, deps: [ENDPOINTS], useClass: PatientApi },
]);

const feed = injector.get<BedFeedService>(BedFeedService);
const api = injector.get<PatientApi>(PatientApi);

feed.occupancy$.subscribe({
  next: (message) => document.body.setAttribute("data-occupied", String(message.occupied)),
  error: () => document.body.setAttribute("data-feed", "lost"),
});
void api.list("ward-7").catch(() => []);
