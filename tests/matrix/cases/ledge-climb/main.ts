// A climbing hall's occupancy: Angular style, an environment file with a wsPort, an injected token, rxjs webSocket with a config
// object, and a queue service that uses a relative EventSource.
import { Injector } from "./injector";
import { ENVIRONMENT, environment } from "./environment";
import { OccupancyService } from "./occupancy.service";
import { QueueService } from "./queue.service";

const injector = new Injector([
  { provide: ENVIRONMENT, useValue: environment },
  { provide: OccupancyService, useFactory: (get) => new OccupancyService(get(ENVIRONMENT)) },
  { provide: QueueService, useFactory: (get) => new QueueService(get(ENVIRONMENT)) },
]);

injector.get<OccupancyService>(OccupancyService).changes$.subscribe({
  next: (hall) => (document.title = `${hall.name}: ${hall.people}`),
  error: () => (document.title = "Occupancy unknown"),
});
injector.get<QueueService>(QueueService).open();
