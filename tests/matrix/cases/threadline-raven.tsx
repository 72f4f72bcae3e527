// Chat on Frappe with frappe-react-sdk: provider props are computed from build-time variables and the boot object.
// page:
// page: window.frappe = { boot: { sitename: "threads.site.example", versions: { frappe: "15.38.0" } } }
// env: VITE_SOCKET_PORT=9004
// env: VITE_SITE_NAME=threads
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FrappeContext, FrappeProvider } from 'frappe-react-sdk';
import { useContext } from 'react';

declare global {
  interface Window {
    frappe?: { boot?: { sitename?: string; versions?: { frappe: string } } };
  }
}

const getSiteName = () => {
  const boot = window.frappe?.boot;
  if (boot?.versions?.frappe && Number(boot.versions.frappe.split('.')[0]) >= 15) return boot.sitename;
  return import.meta.env.VITE_SITE_NAME;
};

const socketPort = (): string | undefined => {
  const given = import.meta.env.VITE_SOCKET_PORT;
  return given ? String(given) : undefined;
};

function Unread({ channel }: { channel: string }) {
  const { socket } = useContext(FrappeContext) as { socket?: { on: Function; off: Function; emit: Function } };
  const [count, setCount] = useState(0);

  useEffect(() => {
    if (!socket) return undefined;
    const changed = (event: { channel: string; count: number }) => {
      if (event.channel === channel) setCount(event.count);
    };
    socket.on('unread_channel_count_updated', changed);
    socket.emit('doc_subscribe', 'Thread Channel', channel);
    return () => socket.off('unread_channel_count_updated', changed);
  }, [channel, socket]);

  return <span>{count > 99 ? '99+' : count}</span>;
}

function App() {
  return (
    <FrappeProvider url="" socketPort={socketPort()} siteName={getSiteName()} enableSocket>
      <nav>
        general <Unread channel="general" />
      </nav>
    </FrappeProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<App />);
