// Collaborative sheet-music editor: y-websocket gets its server from a fluent address builder whose port is a step of the
// chain; presence uses the same builder without the step.
import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { Address } from './lib/address.js';
import { openPresence } from './lib/presence.js';
import { PAPER } from './lib/paper.js';

const doc = new Y.Doc();
const score = doc.getArray('measures');

function roomFromPath() {
  const match = /scores\/([\w-]+)/.exec(window.location.pathname);
  return match ? match[1] : 'untitled-' + PAPER.a4.width;
}

const provider = new WebsocketProvider(
  Address.ofPage().secured().listening(1234).under('score').toString(),
  roomFromPath(),
  doc,
  { disableBc: true, maxBackoffTime: 4000, params: { clef: 'treble' } },
);

provider.awareness.setLocalStateField('musician', { name: 'First violin', color: '#1e6091' });
score.observe((event) => {
  document.title = 'Measures: ' + event.target.length;
});

openPresence(roomFromPath(), (people) => {
  document.body.dataset.people = String(people.length);
});
