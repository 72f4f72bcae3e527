// Env object built at build time: one variable lists services as name:port pairs, parsed into a Map at start.
// env: APP_SERVICES=stock:,events:4710,labels:4711/print
// env: APP_NAME=Depot 4700
import { env } from './env.js';
import { serviceUrl } from './services.js';
import { PickList } from './pick-list.js';

document.title = env.name;
const list = new PickList(serviceUrl('stock', '/picks'), serviceUrl('events', '/changes', 'ws'));
list.start();
