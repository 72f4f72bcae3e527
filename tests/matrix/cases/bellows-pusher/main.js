// Forge monitoring on pusher-js with a self-hosted Soketi: options made by a class with chained setters and `build()`; the
// port is a static of that class. HTTP fallbacks are off; the statistics go to the page's own origin.
import Pusher from 'pusher-js';
import { PusherOptions } from './src/options.js';
import { Gauge } from './src/gauge.js';

const options = PusherOptions.selfHosted()
  .tls(window.location.protocol === 'https:')
  .auth('/realtime/auth', 'ajax')
  .timeouts({ activity: 60000, pong: 9601 })
  .build();

const pusher = new Pusher('bellows-key', options);
const gauges = ['hearth', 'slack-tub'].map((name) => new Gauge(name, document.body));

gauges.forEach((gauge) => {
  pusher.subscribe('furnace.' + gauge.name).bind('temperature', ({ celsius }) => gauge.set(celsius));
});

setTimeout(() => navigator.sendBeacon('/realtime/stats', JSON.stringify({ gauges: gauges.length })), 4000);
