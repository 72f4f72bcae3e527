import { useEffect, useRef, useState } from 'react';
import { io } from 'socket.io-client';
import { config } from './config';

let shared = null;

function getSocket() {
  if (!shared) {
    const { socketPath, namespace } = config.client;
    shared = io(`${window.location.origin}${namespace}`, { path: socketPath, auth: { room: 'general' } });
  }
  return shared;
}

export function useRoom(id) {
  const [messages, setMessages] = useState([]);
  const [connected, setConnected] = useState(false);
  const socketRef = useRef(null);

  useEffect(() => {
    const socket = getSocket();
    socketRef.current = socket;
    const onConnect = () => {
      setConnected(true);
      socket.emit('join', id);
    };
    const onMessage = (message) => setMessages((all) => [...all, message]);
    socket.on('connect', onConnect);
    socket.on('message', onMessage);
    fetch(`${config.client.history}/${id}?limit=200`)
      .then((response) => response.json())
      .then(setMessages)
      .catch(() => {});
    return () => {
      socket.off('connect', onConnect);
      socket.off('message', onMessage);
    };
  }, [id]);

  return { messages, connected, send: (text) => socketRef.current?.emit('message', { id, text }) };
}
