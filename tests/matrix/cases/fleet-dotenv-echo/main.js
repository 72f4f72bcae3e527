// Laravel Echo for Reverb with settings parsed from dotenv text kept in a module, quotes and comments and all.
import Echo from 'laravel-echo';
import Pusher from 'pusher-js';
import { parseEnv } from './dotenv.js';
import shipped from './shipped-env.js';
import { truncate } from './text.js';

const env = parseEnv(shipped);

const echo = new Echo({
  broadcaster: 'reverb',
  Pusher,
  key: env.REVERB_APP_KEY,
  wsHost: env.REVERB_HOST || window.location.hostname,
  wsPort: Number(env.REVERB_PORT),
  wssPort: Number(env.REVERB_PORT),
  forceTLS: window.location.protocol === 'https:',
  enabledTransports: ['ws', 'wss'],
});

const log = document.createElement('ol');
document.body.append(log);

echo
  .channel('fleet.' + env.FLEET)
  .listen('.vehicle.moved', ({ plate, street }) => {
    const line = document.createElement('li');
    line.textContent = truncate(`${plate}: ${street}`, 40);
    log.prepend(line);
  })
  .error((error) => log.setAttribute('data-error', String(error)));
