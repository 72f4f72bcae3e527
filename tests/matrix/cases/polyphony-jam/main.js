// Jam session: signalling options are a query string kept as text; a fetch wrapper with chained .with() calls and a socket use it.
import { http } from './http.js';
import { JamSignal } from './signal.js';
import { parseProfile } from './profile.js';

const profile = parseProfile('room=blue&port=8889&bitrate=8890&codec=opus');

const lobby = http.with({ prefix: '/lobby' }).with({ headers: { 'x-codec': profile.codec } });
lobby.get('/rooms').catch(() => {});

const signal = new JamSignal(profile);
signal.join();
