// Admin panel of a self-hosted server with lazy routes: the overview connects to the page's own origin, the terminal
// page, loaded with import(), to the terminal daemon on its port of the page's host.
import { createRouter } from './router';

const router = createRouter(document.getElementById('root'), {
  '/overview': () => import('./pages/overview'),
  '/terminal': () => import('./pages/terminal'),
});

router
  .go('/overview')
  .then(() => router.go('/terminal'))
  .catch((error) => console.error(error));
