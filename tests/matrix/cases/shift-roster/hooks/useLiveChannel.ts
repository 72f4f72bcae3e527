import { useEffect, useMemo, useRef, useState } from 'react';
import { REALTIME } from '../config/app.ts';

interface ChannelOptions<T> {
  enabled?: boolean;
  onEvent: (event: T) => void;
}

export function useLiveChannel<T>(channel: string, { enabled = true, onEvent }: ChannelOptions<T>) {
  const handler = useRef(onEvent);
  handler.current = onEvent;
  const [online, setOnline] = useState(false);
  const [attempt, setAttempt] = useState(0);

  const url = useMemo(() => {
    const scheme = window.location.protocol.replace(/^http/, 'ws');
    return `${scheme}//${window.location.hostname}:${REALTIME.PORT}${REALTIME.ROOT}/${channel}`;
  }, [channel]);

  useEffect(() => {
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ws = new WebSocket(url);
    ws.onopen = () => setOnline(true);
    ws.onmessage = (e) => handler.current(JSON.parse(e.data) as T);
    ws.onclose = () => {
      setOnline(false);
      timer = setTimeout(() => setAttempt((n) => n + 1), REALTIME.RETRY_MS);
    };
    return () => {
      ws.onclose = null;
      ws.close();
      clearTimeout(timer);
    };
  }, [url, enabled, attempt]);

  return online;
}
