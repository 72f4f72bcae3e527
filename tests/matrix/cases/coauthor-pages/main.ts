// Collaborative editor: y-websocket over a sync URL of the environment or, when it is empty, the sync server's
// default port on the page's host; comments come from the page's own API.
// env: VITE_SYNC_URL=
// env: VITE_DEFAULT_ROOM=handbook
import * as Y from 'yjs';
import { openRoom } from './sync';
import { fetchComments } from './comments';

const doc = new Y.Doc();
const room = new URLSearchParams(location.search).get('room') || import.meta.env.VITE_DEFAULT_ROOM;
const provider = openRoom(room, doc);
const text = doc.getText('body');

const area = document.createElement('textarea');
document.getElementById('root')!.append(area);
text.observe(() => {
  area.value = text.toString();
});
provider.awareness.setLocalStateField('user', { name: 'Guest', color: '#30bced' });
fetchComments(room).catch(() => []);
