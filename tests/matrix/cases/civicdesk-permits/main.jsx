// A permit portal whose addresses are put together piece by piece, with default ports by scheme, port tables and guards
// for other hosts; what is really asked is always the page's own origin.
// keep: the page's port, or its scheme's default
import { createContext, lazy, Suspense, useContext, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { io } from "socket.io-client";
import { Connection } from "./connection.js";

const Documents = lazy(() => import("./Documents.jsx"));
export const ConnectionContext = createContext(new Connection(window.location));

function Permits() {
  const connection = useContext(ConnectionContext);
  const [permits, setPermits] = useState([]);
  useEffect(() => {
    const controller = new AbortController();
    fetch(connection.http("/permits", { state: "open" }), { signal: controller.signal })
      .then((response) => response.json())
      .then(setPermits)
      .catch(() => setPermits([]));
    const { host, port, secure } = connection;
    const socket = io({ host, hostname: host, port, secure, path: "/notify", transports: ["websocket"], reconnection: false });
    socket.on("permit", (permit) => setPermits((known) => [permit, ...known]));
    navigator.sendBeacon(connection.http("/visits"), "permits");
    return () => {
      controller.abort();
      socket.close();
    };
  }, [connection]);
  return <h1>{permits.length} open permits</h1>;
}

createRoot(document.getElementById("root") ?? document.body).render(
  <>
    <Permits />
    <Suspense fallback={null}><Documents connection={new Connection(window.location)} /></Suspense>
  </>,
);
