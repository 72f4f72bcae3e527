// Museum kiosk on a self-hosted Pusher-compatible server: Laravel Echo's options are chosen from profiles that extend one
// another (`extends: "base"`), flattened before use; the port sits in the base profile.
// env: VITE_KIOSK_PROFILE=onsite
import Echo from 'laravel-echo';
import Pusher from 'pusher-js';
import { flatten } from './boot/profiles.js';
import { screens } from './boot/screens.js';

window.Pusher = Pusher;

const profile = flatten(import.meta.env.VITE_KIOSK_PROFILE);

const echo = new Echo({
  broadcaster: 'reverb',
  key: profile.appKey,
  wsHost: profile.host(),
  wsPort: profile.plainPort,
  wssPort: profile.tlsPort,
  forceTLS: window.location.protocol === 'https:',
  enabledTransports: profile.transports,
  authEndpoint: '/broadcasting/auth',
});

screens.forEach((screen) => {
  echo.channel(`lantern.${screen.id}`).listen('SlideChanged', ({ slide }) => screen.show(slide));
});
