// Feature flags as a bit mask: the legacy subscriptions server is still switched on, its port beside the page; the new one is not.
import { Flags } from './flags.js';
import { createGateway } from './gateway.js';

const flags = new Flags('LEGACY_SUBSCRIPTIONS', 'COMPACT_SCORES');
const gateway = createGateway(flags);
gateway.subscribe('subscription { rehearsal { bar tempo } }', ({ rehearsal }) => {
  document.body.dataset.bar = rehearsal.bar;
});
