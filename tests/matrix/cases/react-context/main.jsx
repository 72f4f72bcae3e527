// React context carries the address; a provider is given the port as a prop.
import { createContext, useContext, useEffect, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { io } from "socket.io-client";

const SocketContext = createContext(null);

function SocketProvider({ port, namespace, children }) {
  const socket = useMemo(() => {
    const base = `${window.location.protocol}//${window.location.hostname}`;
    return io(port ? `${base}:${port}${namespace}` : namespace, { withCredentials: true });
  }, [port, namespace]);
  return <SocketContext.Provider value={socket}>{children}</SocketContext.Provider>;
}

function Listener() {
  const socket = useContext(SocketContext);
  useEffect(() => {
    socket.on("message", console.log);
  }, [socket]);
  return null;
}

createRoot(document.getElementById("root")).render(
  <SocketProvider port={9000} namespace="/app">
    <Listener />
  </SocketProvider>,
);
