// Announcements over axios: a request interceptor turns a "service:" prefix into an absolute address.
import { http } from './http.js';
import { desk } from './desk.js';

const ui = desk(document.getElementById('root'));

async function boot() {
  const results = await Promise.allSettled([
    http.get('service:speech/voices', { params: { lang: 'en', rate: 5002 } }),
    http.get('service:zones/all'),
    http.get('/announcements/recent', { params: { limit: 20 } }),
  ]);
  results.forEach((result, index) => ui.report(['voices', 'zones', 'recent'][index], result.status));
  const spoken = await http
    .post('service:speech/queue', { text: 'The café closes in ten minutes.' })
    .then(({ data }) => data.id, () => null);
  ui.report('queue', spoken === null ? 'rejected' : 'fulfilled');
}

boot();
