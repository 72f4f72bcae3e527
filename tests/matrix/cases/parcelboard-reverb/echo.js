import Echo from 'laravel-echo';
import Pusher from 'pusher-js';
import broadcasting from './config/broadcasting.js';

const drivers = {
  reverb: ({ key, options }) => ({
    broadcaster: 'reverb',
    key,
    wsHost: options.host,
    wsPort: options.port,
    wssPort: options.port,
    forceTLS: options.useTLS,
    enabledTransports: ['ws', 'wss'],
  }),
  null: () => ({ broadcaster: 'null' }),
};

export function createEcho(name = broadcasting.default) {
  const connection = broadcasting.connections[name];
  window.Pusher = Pusher;
  return new Echo(drivers[connection.driver](connection));
}
