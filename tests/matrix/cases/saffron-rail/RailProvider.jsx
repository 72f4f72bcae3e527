import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { Manager } from "socket.io-client";

const RailContext = createContext(null);
const RECONNECT = { attempts: 2, delay: 4500 };

function openManager({ host = window.location.hostname, port = 9460, path = "/kds/", secure, transports } = {}) {
  return new Manager({
    hostname: host,
    port,
    path,
    secure: secure ?? window.location.protocol === "https:",
    transports,
    reconnectionAttempts: RECONNECT.attempts,
    reconnectionDelay: RECONNECT.delay,
  });
}

export function RailProvider({ settings, children }) {
  const [online, setOnline] = useState(false);
  const manager = useMemo(() => openManager(settings), [settings]);

  useEffect(() => {
    const onOpen = () => setOnline(true);
    const onClose = () => setOnline(false);
    manager.on("open", onOpen);
    manager.on("close", onClose);
    return () => {
      manager.off("open", onOpen);
      manager.off("close", onClose);
    };
  }, [manager]);

  const value = useMemo(() => ({ manager, online, station: settings.station }), [manager, online, settings.station]);
  return <RailContext.Provider value={value}>{children}</RailContext.Provider>;
}

export function useRail() {
  const rail = useContext(RailContext);
  if (!rail) throw new Error("useRail needs a RailProvider");
  return rail;
}
