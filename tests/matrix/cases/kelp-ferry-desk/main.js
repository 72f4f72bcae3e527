// Ferry operations desk: sign-in over the page's API first, lazy routes, then Socket.IO to the push port of a service line.
// page: __matrix.answers["/api/v2/session"] = { token: "t-81", user: { name: "Ines", roles: ["dispatcher"] } }
import { createRouter } from './router.js';
import { signIn } from './session.js';

const root = document.getElementById('root');
const router = createRouter(root, {
  '/departures': () => import('./routes/departures.js'),
  '/login': () => import('./routes/login.js'),
});

signIn()
  .then((session) => router.go('/departures', { session }))
  .catch((error) => router.go('/login', { error }));
