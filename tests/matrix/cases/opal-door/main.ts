// Correct: every address is a URL object made relative to the page; ports in the code are a serial number's digits, a limit and a timeout.
// keep: no number reaches an address
import { DoorPanel } from './panel.ts';
import { resolve } from './net/resolve.ts';

const panel = new DoorPanel({
  events: resolve('events/doors', { as: 'socket', query: { site: '9000' } }),
  status: resolve('api/doors/status', { as: 'request' }),
  limit: 8080,
  timeout: 9000,
});

panel.start();
