// keep: React provider whose port parameter has a default that is never used, since the page's port (or an empty text) is passed.
import { createContext, useContext, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const SocketContext = createContext(null);

const wsUrl = ({ host, port = 9010, path }) =>
  `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${host}${port ? `:${port}` : ''}${path}`;

function SocketProvider({ host, port = '9010', path, children }) {
  const [socket, setSocket] = useState(null);

  useEffect(() => {
    const opened = new WebSocket(wsUrl({ host, port, path }));
    setSocket(opened);
    return () => opened.close();
  }, [host, port, path]);

  return <SocketContext.Provider value={socket}>{children}</SocketContext.Provider>;
}

function Queue({ counter }) {
  const socket = useContext(SocketContext);
  const [number, setNumber] = useState(0);

  useEffect(() => {
    if (!socket) return undefined;
    const take = ({ data }) => {
      const message = JSON.parse(data);
      if (message.counter === counter) setNumber(message.number);
    };
    socket.addEventListener('message', take);
    return () => socket.removeEventListener('message', take);
  }, [counter, socket]);

  return (
    <p>
      Counter {counter}: {number}
    </p>
  );
}

const { hostname, port } = window.location;
createRoot(document.getElementById('root')).render(
  <SocketProvider host={hostname} port={port} path="/queue">
    <Queue counter={1} />
    <Queue counter={2} />
  </SocketProvider>,
);
