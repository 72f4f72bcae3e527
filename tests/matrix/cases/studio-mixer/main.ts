// Correct: Centrifuge on location.host; the port 8010 belongs to the rack's OSC protocol and is only shown to the user.
// keep: the port is a text on the screen
import { Mixer } from './core/mixer.ts';
import { createTransport } from './core/transport.ts';
import { describeRack } from './core/rack.ts';

const caption = document.createElement('figcaption');
caption.textContent = describeRack();
(document.body || document.documentElement).appendChild(caption);

const transport = createTransport({ path: '/connection/websocket', name: 'studio-mixer' });
const mixer = new Mixer(transport, 16);

mixer.start();
