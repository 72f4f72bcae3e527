// Laravel front end: bootstrap.js with Echo over a self-hosted websockets server, wsHost of the page and port 6001.
// env: VITE_PUSHER_APP_KEY=campus-key
// env: VITE_PUSHER_PORT=6001
import './js/bootstrap.js';
import { mountFeed } from './js/feed.js';

mountFeed(document.body || document.documentElement);
