// Telehealth visit in React: a context holds the Socket.IO signalling client, whose URL comes from a config module
// with an environment fallback; the waiting list is asked for on the page's own origin.
// env: REACT_APP_SIGNAL_URL=
import { createRoot } from 'react-dom/client';
import { SignalProvider } from './SignalContext';
import { WaitingRoom } from './WaitingRoom';

createRoot(document.getElementById('root')!).render(
  <SignalProvider>
    <WaitingRoom visitId="v-2291" />
  </SignalProvider>,
);
