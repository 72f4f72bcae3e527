// Music school: settings serialised by the server side template, parsed with a reviver which turns paths into options.
import Echo from 'laravel-echo';
import Pusher from 'pusher-js';
import { readSettings } from './settings.js';
import { lessonList } from './lessons.js';

window.Pusher = Pusher;

const settings = readSettings();
const list = lessonList(document.getElementById('root'), settings.ui);

const echo = new Echo({
  broadcaster: 'pusher',
  key: settings.broadcast.key,
  cluster: '',
  wsHost: settings.broadcast.host,
  wsPort: settings.broadcast.ports.plain,
  wssPort: settings.broadcast.ports.secure,
  forceTLS: settings.broadcast.tls,
  enabledTransports: ['ws', 'wss'],
  enableStats: false,
});

echo.channel(`school.${settings.ui.school}`)
  .listen('.lesson.moved', (lesson) => list.update(lesson))
  .listen('.lesson.cancelled', ({ id }) => list.remove(id));

fetch(settings.api.lessons, { headers: { 'X-School': settings.ui.school } })
  .then((reply) => reply.json())
  .then((lessons) => lessons.forEach(list.update))
  .catch(() => list.offline());
