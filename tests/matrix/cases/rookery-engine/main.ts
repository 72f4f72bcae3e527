// Chess rookery on engine.io-client: no URL at all but options (hostname, port); the port comes out of a packed settings
// string ("a=1;b=2") parsed at start. A second engine takes the page's defaults.
import { Socket } from 'engine.io-client';
import { settings } from './src/settings';

const game = new Socket({
  hostname: window.location.hostname,
  port: settings.number('port'),
  secure: window.location.protocol === 'https:',
  path: settings.text('path'),
  transports: ['websocket'],
  query: { level: settings.text('level') },
});

game.on('message', (data) => console.debug('move', data));
game.on('close', (reason) => document.body.setAttribute('data-closed', String(reason)));

const clock = new Socket({ path: '/clock', transports: ['polling'] });
clock.on('message', (data) => {
  document.title = String(data);
});
