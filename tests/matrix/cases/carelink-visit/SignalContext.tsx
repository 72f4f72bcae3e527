import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { io, type Socket } from 'socket.io-client';
import config from './config';

const SignalContext = createContext<Socket | null>(null);

export function SignalProvider({ children }: { children: ReactNode }) {
  const [socket, setSocket] = useState<Socket | null>(null);

  useEffect(() => {
    const { url, path, namespace } = config.signal;
    const connection = io(url + namespace, { path, transports: ['websocket'], reconnectionDelayMax: 8000 });
    setSocket(connection);
    return () => {
      connection.disconnect();
    };
  }, []);

  return <SignalContext.Provider value={socket}>{children}</SignalContext.Provider>;
}

export const useSignal = () => useContext(SignalContext);
