// Laravel board with Reverb: options are assembled by a broadcasting config like the server's, the port is an env default.
// env: VITE_REVERB_APP_KEY=pb-local
// env: VITE_REVERB_HOST=
// env: VITE_REVERB_PORT=8080
// env: VITE_BROADCASTER=reverb
import { createEcho } from './echo.js';
import { listenForParcels } from './parcels.js';

listenForParcels(createEcho());
