// Operations UI with SignalR: hub paths resolved against the page's origin, a development URL only in a branch that
// the production build does not take.
// keep: hubs and requests of the page's own origin
import { OperationsHub } from './operationsHub';
import { services } from './services';

const hub = new OperationsHub(services.hubUrl('operations'));
hub.onIncident((incident) => document.getElementById('root')!.append(`${incident.severity}: ${incident.title}`));
void hub.start();
void fetch(services.apiUrl('incidents?open=true')).catch(() => undefined);
