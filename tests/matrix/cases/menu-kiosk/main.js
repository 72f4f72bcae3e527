// Vue plugin in the manner of vue-socket.io: app.use(plugin, { connection }) with "http://" + hostname + ":3030"; components have sockets: {}.
import { createApp } from 'vue';
import VueSockets from './plugins/vueSockets.js';
import MenuScreen from './components/MenuScreen.js';

const kitchenUrl = 'http://' + window.location.hostname + ':3030';

const target = document.createElement('div');
(document.body || document.documentElement).appendChild(target);

createApp(MenuScreen, { table: 7 })
  .use(VueSockets, {
    debug: false,
    connection: kitchenUrl,
    options: { path: '/kitchen/socket.io', transports: ['websocket'] },
  })
  .mount(target);
