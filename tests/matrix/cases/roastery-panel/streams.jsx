import { createContext, useContext, useEffect, useMemo, useRef, useState } from "react";
import { io } from "socket.io-client";

const StreamContext = createContext({});

export function StreamProvider({ streams, children }) {
  const resolve = useMemo(
    () => (name) => {
      const address = streams[name];
      if (address === undefined) throw new Error(`unknown stream ${name}`);
      const { protocol, hostname, origin } = window.location;
      return address.startsWith(":") ? `${protocol}//${hostname}${address}` : origin + address;
    },
    [streams],
  );
  return <StreamContext.Provider value={{ resolve }}>{children}</StreamContext.Provider>;
}

export function useStream(name, handlers, options) {
  const { resolve } = useContext(StreamContext);
  const latest = useRef(handlers);
  latest.current = handlers;
  const [status, setStatus] = useState("connecting");

  useEffect(() => {
    const socket = io(resolve(name), { transports: ["websocket"], reconnectionAttempts: 2, ...options });
    socket.on("connect", () => setStatus("live"));
    socket.on("disconnect", () => setStatus("lost"));
    socket.onAny((event, payload) => latest.current[event]?.(payload));
    return () => socket.disconnect();
  }, [name, resolve]);

  return status;
}
