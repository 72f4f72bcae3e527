// Chat on Socket.IO in React: a hook with a client that belongs to the module, on the page's origin and a path; the
// port of the configuration is shown in the settings and asked for nowhere.
// keep: the page's own origin
import { createRoot } from 'react-dom/client';
import { Room } from './Room';

createRoot(document.getElementById('root')).render(<Room id="general" />);
