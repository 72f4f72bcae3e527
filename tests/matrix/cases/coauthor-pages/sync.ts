import { WebsocketProvider } from 'y-websocket';
import type { Doc } from 'yjs';

const DEFAULT_SYNC_PORT = '1234';

const syncUrl = (): string => {
  const configured = import.meta.env.VITE_SYNC_URL as string | undefined;
  if (configured) return configured;
  const { protocol, hostname } = window.location;
  return [protocol.replace('http', 'ws'), '//', hostname, ':', DEFAULT_SYNC_PORT].join('');
};

export function openRoom(room: string, doc: Doc): WebsocketProvider {
  return new WebsocketProvider(syncUrl(), `page-${room}`, doc, {
    connect: true,
    disableBc: true,
    maxBackoffTime: 10000,
    params: { v: '2' },
  });
}
