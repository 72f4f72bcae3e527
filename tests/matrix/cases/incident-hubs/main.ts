// Angular-like incident desk: a small injector provides HUB_BASE with a factory; two SignalR hubs use it, one is relative.
import { Injector } from './di';
import { HUB_BASE, WINDOW } from './tokens';
import { IncidentHub } from './incident-hub';
import { AuditHub } from './audit-hub';

const injector = new Injector([
  { provide: WINDOW, useValue: window },
  {
    provide: HUB_BASE,
    deps: [WINDOW],
    useFactory: (win: Window) => `${win.location.protocol}//${win.location.hostname}:5005`,
  },
  { provide: IncidentHub, deps: [HUB_BASE], useFactory: (base: string) => new IncidentHub(base) },
  { provide: AuditHub, deps: [], useFactory: () => new AuditHub() },
]);

void injector.get<IncidentHub>(IncidentHub).start();
void injector.get<AuditHub>(AuditHub).start();
