// keep: proxy admin: validates targets, compares ports, prints curl lines; only its own origin is ever contacted.
import { ROUTES, validate } from './routes.js';
import { render } from './render.js';
import { events } from './events.js';

const problems = ROUTES.flatMap((route) => validate(route));
render(document.getElementById('root'), ROUTES, problems);
events.open();
for (const route of ROUTES) {
  fetch(`/admin/api/routes/${route.id}/health`, {
    method: 'POST',
    headers: { 'X-Target': `${route.scheme}://${route.host}:${route.port}` },
    body: JSON.stringify(route),
  }).catch(() => {});
}
