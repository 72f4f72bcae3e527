// React hook with options and a ref'd handler; feature flags decide whether the roster connects, config constants carry the port.
import { createRoot } from 'react-dom/client';
import { Roster } from './Roster.tsx';

const container = document.createElement('div');
(document.body || document.documentElement).appendChild(container);
createRoot(container).render(<Roster week={34} />);
