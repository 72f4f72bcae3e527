// Function composition: pipe, curry, memoise, lenses and a Maybe; the URL of the drying room is the result of a pipe of
// point-free steps over the location, whose port step is curried with a value read by a lens.
import { curry, memoize, pipe, tap } from './fp.js';
import { authority, over, path, portFrom, scheme, toSocket } from './steps.js';

const workshop = { rooms: { drying: { humidity: 75, door: 9323 }, polishing: { humidity: 40 } }, coats: [12, 24, 3030] };

const start = memoize((at) => ({ protocol: at.protocol, host: at.hostname, port: at.port, path: '/' }));

const follow = curry((steps, room) => pipe(start, ...steps, scheme, path(room), authority, toSocket)(window.location));

const beside = follow([over('port', portFrom(workshop, ['rooms', 'drying', 'door']))]);
const own = follow([over('port', portFrom(workshop, ['rooms', 'polishing', 'door'])), tap(Object.freeze)]);

own('polishing');
beside('drying');
