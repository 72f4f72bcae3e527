// Home automation dashboard: the socket's URL is the page's own origin with its scheme replaced; the integrations'
// default ports are only placeholders of a form.
// keep: one socket, to the page's own origin
import { createConnection } from './connection';
import { integrationForm } from './integrations';

const hassUrl = `${window.location.protocol}//${window.location.host}`;
const root = document.getElementById('root');

root.append(integrationForm());
createConnection({ hassUrl, retries: 4 }).subscribe((entities) => {
  root.dataset.entities = String(entities.length);
});
