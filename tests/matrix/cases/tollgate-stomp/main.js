// page: globalThis.global = globalThis
// Toll booths on STOMP: an abstract client declares `endpoint()`, subclasses say where; the SockJS one overrides a
// protected `port` getter, the plain WebSocket one goes to the page's own host.
import { LaneClient, LedgerClient } from './src/clients.js';

const lanes = new LaneClient('lane-14');
const ledger = new LedgerClient('ledger');

lanes.on('/topic/lanes', (crossing) => {
  document.body.dataset.last = crossing.plate;
});
ledger.on('/topic/receipts', (receipt) => console.info('Receipt', receipt.number));

[lanes, ledger].forEach((client) => client.start());
