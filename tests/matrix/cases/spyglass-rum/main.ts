// Self-hosted real-user monitoring: plugins get a context from the core; the OTLP exporter assigns host and port of a URL
// object with Object.assign and sends beacons there; the vitals plugin posts to the page's own origin.
import { Core } from './src/core';
import { otlp } from './src/otlp';
import { vitals } from './src/vitals';

const core = new Core({ app: 'spyglass-demo', sample: 1, flushAfter: 2000 });
core.use(vitals()).use(otlp({ signal: 'traces' }));
core.emit({ name: 'page', value: performance.now() });
core.emit({ name: 'navigation', value: history.length });
