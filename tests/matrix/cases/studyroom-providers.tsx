// React providers: runtime config is loaded in one provider, the socket provider below spreads it over its default props.
// page:
// page: window.__STUDYROOM__ = { realtime: { port: 7777 } }
import { createContext, useContext, useEffect, useRef, useState, type PropsWithChildren } from 'react';
import { createRoot } from 'react-dom/client';
import { io, type Socket } from 'socket.io-client';

interface Realtime {
  port: number;
  path: string;
  secure: boolean;
}

interface AppConfig {
  locale: string;
  realtime?: Partial<Realtime>;
}

declare global {
  interface Window {
    __STUDYROOM__?: Partial<AppConfig>;
  }
}

const ConfigContext = createContext<AppConfig>({ locale: 'en' });
const SocketContext = createContext<Socket | null>(null);

const defaultRealtime: Realtime = { port: 3333, path: '/rt', secure: window.location.protocol === 'https:' };

function ConfigProvider({ children }: PropsWithChildren) {
  const [config, setConfig] = useState<AppConfig | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setConfig({ locale: navigator.language, ...window.__STUDYROOM__ }), 3);
    return () => clearTimeout(timer);
  }, []);
  if (!config) return <p>Loading…</p>;
  return <ConfigContext.Provider value={config}>{children}</ConfigContext.Provider>;
}

function SocketProvider({ children }: PropsWithChildren) {
  const { realtime } = useContext(ConfigContext);
  const [socket, setSocket] = useState<Socket | null>(null);

  useEffect(() => {
    const { port, path, secure } = { ...defaultRealtime, ...realtime };
    const authority = [window.location.hostname, port].join(':');
    const opened = io(`http${secure ? 's' : ''}://${authority}`, { path, reconnectionAttempts: 2 });
    setSocket(opened);
    return () => {
      opened.disconnect();
    };
  }, [realtime]);

  return <SocketContext.Provider value={socket}>{children}</SocketContext.Provider>;
}

function Timer({ minutes }: { minutes: number }) {
  const socket = useContext(SocketContext);
  const sessions = useRef(0);
  const [left, setLeft] = useState(minutes * 60);

  useEffect(() => {
    if (!socket) return undefined;
    const tick = ({ seconds }: { seconds: number }) => setLeft(seconds);
    socket.on('tick', tick);
    socket.emit('join', { room: 'library', session: (sessions.current += 1) });
    return () => {
      socket.off('tick', tick);
    };
  }, [socket]);

  return <output>{new Date(left * 1000).toISOString().slice(14, 19)}</output>;
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <ConfigProvider>
    <SocketProvider>
      <Timer minutes={25} />
    </SocketProvider>
  </ConfigProvider>,
);
