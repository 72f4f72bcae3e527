// Shared sketching with PartySocket: a reducer decides on the host which a hook then connects to.
import { useEffect, useReducer, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { PartySocket } from 'partysocket';
import { initial, reducer } from './session';

function useSession(room: string) {
  const [session, dispatch] = useReducer(reducer, undefined, () => initial(room));
  const socket = useRef<PartySocket | null>(null);

  useEffect(() => {
    dispatch({ type: 'located', hostname: window.location.hostname, authority: window.location.host });
  }, []);

  useEffect(() => {
    if (session.phase !== 'ready') return undefined;
    const party = new PartySocket({
      host: session.hosts.strokes,
      room: session.room,
      party: 'sketch',
      protocol: window.location.protocol === 'https:' ? 'wss' : 'ws',
      id: 'easel-1',
      maxRetries: 1,
    });
    party.addEventListener('message', (event) => dispatch({ type: 'stroke', stroke: JSON.parse(event.data) }));
    socket.current = party;
    return () => party.close();
  }, [session.phase]);

  useEffect(() => {
    if (session.phase !== 'ready') return;
    fetch(`//${session.hosts.gallery}/gallery/${session.room}.json`).catch(() => dispatch({ type: 'offline' }));
  }, [session.phase]);

  return session;
}

function Canvas() {
  const session = useSession('still-life');
  return (
    <svg viewBox="0 0 1999 1080" data-phase={session.phase}>
      {session.strokes.map((stroke, index) => (
        <path key={index} d={stroke.d} stroke={stroke.colour} fill="none" />
      ))}
    </svg>
  );
}

createRoot(document.getElementById('root')!).render(<Canvas />);
