// React on Frappe: the provider's props are merged from a site profile, the bench's socket port among them.
import { createRoot } from 'react-dom/client';
import { FrappeProvider } from 'frappe-react-sdk';
import { Incidents } from './Incidents';
import { providerProps, useProfile } from './profile';

function App() {
  const profile = useProfile('resort');
  return (
    <FrappeProvider {...providerProps(profile)} swrConfig={{ shouldRetryOnError: false, dedupingInterval: 9000 }}>
      <Incidents zone={profile.zone} />
    </FrappeProvider>
  );
}

createRoot(document.getElementById('root')!).render(<App />);
