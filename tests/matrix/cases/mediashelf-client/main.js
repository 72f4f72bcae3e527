// page:
// page: __matrix.answers["/System/Info/Public"] = { Id: "m1" }
// Media server client: candidates are tried one after another, as an async generator; the second is the server's own port.
import { ConnectionManager } from './connection-manager.js';
import { PlaybackSession } from './playback.js';

const manager = new ConnectionManager({ appName: 'MediaShelf Web', appVersion: '10.8.96' });
manager.connect().then((server) => new PlaybackSession(server).begin('9c1de2'));
