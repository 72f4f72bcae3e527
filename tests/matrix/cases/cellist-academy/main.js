// Class hierarchy: abstract transport, getters overridden with super, the port is computed from a slot of the studio; y-websocket.
import * as Y from 'yjs';
import { PracticeTransport, ScoreTransport } from './transports.js';
import { Score } from './score.js';

const doc = new Y.Doc();
const score = new Score(doc, new ScoreTransport(3), 'bwv-1007');
const practice = new Score(new Y.Doc(), new PracticeTransport(), 'etude-21');
score.open();
practice.open();
