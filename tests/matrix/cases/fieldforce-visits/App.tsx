import { FrappeProvider } from 'frappe-react-sdk';
import { VisitBoard } from './VisitBoard';

declare global {
  interface Window {
    frappe?: { boot?: { sitename?: string; versions?: { frappe: string } } };
  }
}

const FRAPPE_15 = 15;

/** Sites before v15 have no namespaces, so the name must stay empty there. */
const getSiteName = (): string => {
  const version = window.frappe?.boot?.versions?.frappe;
  if (version && Number(version.split('.')[0]) < FRAPPE_15) return '';
  return window.frappe?.boot?.sitename ?? import.meta.env.VITE_SITE_NAME;
};

const getSocketPort = (): string => import.meta.env.VITE_SOCKET_PORT || '9000';

export function App() {
  return (
    <FrappeProvider
      socketPort={getSocketPort()}
      siteName={getSiteName()}
      swrConfig={{ errorRetryCount: 1, revalidateOnFocus: false }}
    >
      <header>Visits</header>
      <VisitBoard technician="TECH-0042" />
    </FrappeProvider>
  );
}
