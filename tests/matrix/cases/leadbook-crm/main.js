// keep: CRM on Frappe whose socket uses the port of the page; common_site_config.json is read for other things only.
// page:
// page: window.site_name = "crm"; window.socketio_port = "7777"
import { RealtimeBus } from './src/realtime.js';
import { limits, isRedisShared } from './src/site.js';

const bus = new RealtimeBus({ attempts: limits.reconnects });
bus.open();
bus.onList('CRM Lead', (event) => console.debug('lead changed', event.name));
bus.onList('CRM Deal', (event) => console.debug('deal changed', event.name));
if (isRedisShared) console.debug('queue and socketio share one redis');
