import { useEffect, useState } from 'react';
import config from './config';
import { useSignal } from './SignalContext';

interface Position {
  ahead: number;
  clinician: string;
}

export function WaitingRoom({ visitId }: { visitId: string }) {
  const socket = useSignal();
  const [position, setPosition] = useState<Position | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    fetch(`${config.api.baseUrl}/visits/${visitId}/position`, { signal: controller.signal })
      .then((response) => response.json())
      .then(setPosition)
      .catch(() => setPosition(null));
    return () => controller.abort();
  }, [visitId]);

  useEffect(() => {
    if (!socket) return undefined;
    const join = () => socket.emit('join', { visitId });
    socket.on('connect', join);
    socket.on('position', setPosition);
    return () => {
      socket.off('connect', join);
      socket.off('position', setPosition);
    };
  }, [socket, visitId]);

  if (!position) return <p>Please wait…</p>;
  return (
    <p>
      {position.ahead} before you, then {position.clinician} will see you.
    </p>
  );
}
