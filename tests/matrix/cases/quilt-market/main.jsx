// React: settings reducer in a context, Suspense and lazy panels, graphql-ws by a hook on a port the reducer wrote; useSWR on the page.
import { StrictMode, Suspense, lazy } from 'react';
import { createRoot } from 'react-dom/client';
import { SettingsProvider } from './settings.jsx';

const Bids = lazy(() => import('./bids.jsx'));

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <SettingsProvider preset="studio">
      <Suspense fallback={<p>Unfolding quilts</p>}>
        <Bids auction="autumn-24" />
      </Suspense>
    </SettingsProvider>
  </StrictMode>,
);
