import axios from 'axios';
import Echo from 'laravel-echo';
import Pusher from 'pusher-js';

window.axios = axios;
window.axios.defaults.headers.common['X-Requested-With'] = 'XMLHttpRequest';

/**
 * Echo exposes an expressive API for subscribing to channels and listening
 * for events that are broadcast by Laravel.
 */
window.Pusher = Pusher;

const port = import.meta.env.VITE_PUSHER_PORT;

window.Echo = new Echo({
  broadcaster: 'pusher',
  key: import.meta.env.VITE_PUSHER_APP_KEY,
  cluster: 'mt1',
  wsHost: window.location.hostname,
  wsPort: port,
  wssPort: port,
  forceTLS: window.location.protocol === 'https:',
  disableStats: true,
  enabledTransports: ['ws', 'wss'],
});
