// keep: Laravel Echo configured from a data attribute of the page, else the page's own port; the example env file is a help text.
// page:
// page: document.documentElement.dataset.reverb = JSON.stringify({ host: "ws.runtime.example", port: 7777, scheme: "https" })
import Echo from 'laravel-echo';
import Pusher from 'pusher-js';
import { connectionFrom } from './connection.js';
import { EXAMPLE } from './example.js';

const { host, port, tls } = connectionFrom(document.documentElement.dataset.reverb);

const echo = new Echo({
  broadcaster: 'reverb',
  key: 'hall',
  client: new Pusher('hall', {
    cluster: '',
    wsHost: host,
    wsPort: port,
    wssPort: port,
    forceTLS: tls,
    enabledTransports: ['ws', 'wss'],
    enableStats: false,
  }),
});

echo.channel('bookings').listen('RoomBooked', ({ room }) => console.debug(room));

if (window.location.hash === '#setup') {
  const pre = document.createElement('pre');
  pre.textContent = EXAMPLE;
  document.body.append(pre);
}
