import { useEffect, useRef, useState } from 'react';
import { useSocket } from './context/SocketContext.jsx';
import { config } from './lib/config.js';

export function ChatRoom({ room }) {
  const { socket, connected } = useSocket();
  const [messages, setMessages] = useState([]);
  const [draft, setDraft] = useState('');
  const typing = useRef(null);

  useEffect(() => {
    if (!socket) return undefined;
    socket.emit('join', { room, history: config.historySize });
    const onMessage = (m) => setMessages((list) => [...list.slice(-config.historySize), m]);
    socket.on('message', onMessage);
    return () => {
      socket.emit('leave', { room });
      socket.off('message', onMessage);
    };
  }, [socket, room]);

  const onChange = (e) => {
    setDraft(e.target.value);
    clearTimeout(typing.current);
    socket?.emit('typing', { room, on: true });
    typing.current = setTimeout(() => socket?.emit('typing', { room, on: false }), config.typingTimeout);
  };

  const send = (e) => {
    e.preventDefault();
    if (!draft.trim()) return;
    socket.emit('message', { room, text: draft });
    setDraft('');
  };

  return (
    <form onSubmit={send}>
      <p>{connected ? 'online' : 'connecting'}</p>
      <ul>{messages.map((m) => <li key={m.id}>{m.from}: {m.text}</li>)}</ul>
      <input value={draft} onChange={onChange} />
    </form>
  );
}
