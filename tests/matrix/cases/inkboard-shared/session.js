import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { isLocal, socketUrl } from './urls';

export function joinBoard(id) {
  const doc = new Y.Doc({ guid: id });
  const provider = new WebsocketProvider(socketUrl('/collab'), id, doc, { disableBc: true, maxBackoffTime: 5000 });
  provider.on('status', ({ status }) => {
    if (isLocal()) console.debug(`board ${id}: ${status}`);
  });
  return { doc, provider, strokes: doc.getArray('strokes') };
}
