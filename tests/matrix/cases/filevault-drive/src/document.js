import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { endpoints } from './endpoints.js';

export function openDocument(entity) {
  const doc = new Y.Doc({ gc: true });
  const provider = new WebsocketProvider(endpoints.collab, `drive-${entity}`, doc, {
    params: { v: '2' },
    maxBackoffTime: 6000,
  });
  provider.on('status', ({ status }) => document.body.setAttribute('data-collab', status));
  const text = doc.getText('content');
  text.observe(() => document.body.setAttribute('data-length', String(text.length)));
  return { doc, provider };
}
