import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

interface CollabValue {
  doc: Y.Doc;
  status: string;
}

interface Props {
  pageId: string;
  collabUrl?: string;
  children: ReactNode;
}

const CollabContext = createContext<CollabValue | null>(null);

const wsOrigin = window.location.origin.replace('http', 'ws');
const withoutPort = wsOrigin.replace(/:\d+$/, '');

export function CollabProvider({ pageId, collabUrl = `${withoutPort}:1234`, children }: Props) {
  const doc = useMemo(() => new Y.Doc({ guid: pageId }), [pageId]);
  const [status, setStatus] = useState('connecting');

  useEffect(() => {
    const provider = new WebsocketProvider(collabUrl, `page.${pageId}`, doc, { connect: false, disableBc: true });
    provider.on('status', (event: { status: string }) => setStatus(event.status));
    provider.connect();
    return () => provider.destroy();
  }, [collabUrl, doc, pageId]);

  const value = useMemo(() => ({ doc, status }), [doc, status]);
  return <CollabContext.Provider value={value}>{children}</CollabContext.Provider>;
}

export function useCollab(): CollabValue {
  const value = useContext(CollabContext);
  if (!value) throw new Error('useCollab needs a CollabProvider');
  return value;
}
