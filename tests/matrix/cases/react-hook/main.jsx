// A React hook that opens a socket, its port a prop with a default.
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

function useSocket(path, port) {
  const [state, setState] = useState("connecting");
  useEffect(() => {
    const socket = new WebSocket(`ws://${window.location.hostname}:${port}${path}`);
    socket.onclose = () => setState("closed");
    return () => socket.close();
  }, [path, port]);
  return state;
}

function Status({ port = 9000, path }) {
  return <p>{useSocket(path, port)}</p>;
}

createRoot(document.getElementById("root")).render(
  <>
    <Status path="/default" />
    <Status path="/given" port={9001} />
  </>,
);
