// ES5 constructors and an `inherits` helper with uber calls: three transports in a chain of prototypes; the base class
// reads its port from the prototype, which the middle class sets, and the leaf uses without naming it.
import { ForgeTransport, AnvilPoller } from './lib/transports.js';

var transport = new ForgeTransport({ room: 'billets' });
var poller = new AnvilPoller({ room: 'quench' });

transport.connect();
poller.connect();
