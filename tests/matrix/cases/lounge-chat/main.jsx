// React chat: a socket context provider whose URL comes from an env variable that was left at the developer's address.
// env: VITE_CHAT_SERVER=http://localhost:5001
import { createRoot } from 'react-dom/client';
import { SocketProvider } from './context/SocketContext.jsx';
import { ChatRoom } from './ChatRoom.jsx';

const root = document.createElement('div');
root.id = 'lounge';
(document.body || document.documentElement).appendChild(root);

createRoot(root).render(
  <SocketProvider user={{ name: 'guest', avatar: '/img/guest.png' }}>
    <ChatRoom room="general" />
  </SocketProvider>,
);
