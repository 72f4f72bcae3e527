// Field-service app on frappe-react-sdk: FrappeProvider gets the socket port from the build's environment, with the
// bench's usual port as the fallback of an empty variable, and the site's name from the boot.
// env: VITE_SOCKET_PORT=
// env: VITE_SITE_NAME=field.example
import { createRoot } from 'react-dom/client';
import { App } from './App';

createRoot(document.getElementById('root')!).render(<App />);
