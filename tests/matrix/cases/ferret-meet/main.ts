// keep: meeting rooms; socket.io-client 4 overwrites `host` and `port` of its options with the page's own when the URL is but
// a namespace, so the numbers of the legacy options reach nobody; ICE servers are public.
import { io } from 'socket.io-client';
import { legacy, ice } from './src/options';

const signalling = io('/signalling', {
  ...legacy.desktop,
  ...legacy.shared,
  path: '/meet/socket.io',
  transports: ['websocket'],
} as any);
const peers = new Map<string, { at: number }>();

signalling.on('offer', ({ from }: { from: string }) => {
  peers.set(from, { at: Date.now() });
  document.title = `${peers.size} in the room`;
});

signalling.emit('hello', { iceServers: ice, bitrate: legacy.bitrate });

fetch(`${window.location.protocol}//${window.location.host}/meet/rooms?max=${legacy.bitrate}`).catch(() => undefined);
