// keep: config object with a local default whose host and port are always overwritten by those of the page before anybody connects.
import { configure, settings } from './settings.js';
import { DrillFeed } from './drill-feed.js';

const { hostname: host, port, protocol } = window.location;
configure({ host, port, secure: protocol === 'https:' });

const feed = new DrillFeed(settings());
feed.open();
feed.history(9600);
