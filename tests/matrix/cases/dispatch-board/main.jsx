// React context provider with a socket.io client on its own port, a feed hook and a relative REST call.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SocketProvider } from './context/SocketProvider.jsx';
import DriverList from './components/DriverList.jsx';
import { config } from './config.js';

document.title = config.appName;

const mount = document.createElement('div');
mount.id = 'dispatch-app';
(document.body || document.documentElement).appendChild(mount);

createRoot(mount).render(
  <StrictMode>
    <SocketProvider>
      <DriverList region="north" />
    </SocketProvider>
  </StrictMode>,
);
