import { createContext, useContext, useEffect, useMemo } from "react";
import type { ReactNode } from "react";
import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import { boot, siteName } from "./boot";

const RealtimeContext = createContext<Socket | null>(null);

function useSocket(enabled: boolean): Socket | null {
  return useMemo(() => {
    if (!enabled) return null;
    const { socketio_port: port = 9000 } = boot();
    const { protocol, hostname } = window.location;
    return io(`${protocol}//${hostname}:${port}/${siteName()}`, {
      withCredentials: true,
      reconnectionAttempts: 1,
      transports: ["websocket"],
    });
  }, [enabled]);
}

export function FrappeRealtimeProvider({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const socket = useSocket(enabled);
  useEffect(() => () => void socket?.disconnect(), [socket]);
  return <RealtimeContext.Provider value={socket}>{children}</RealtimeContext.Provider>;
}

export function useFrappeEvent<T>(event: string, handler: (payload: T) => void): void {
  const socket = useContext(RealtimeContext);
  useEffect(() => {
    socket?.on(event, handler);
    return () => void socket?.off(event, handler);
  }, [socket, event, handler]);
}
