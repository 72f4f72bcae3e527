// Vue 3: a plugin provides the realtime settings, a composable injects them, a pinia-like store opens Centrifuge; URL setters.
import { createApp } from 'vue';
import App from './App.js';
import { realtime } from './plugins/realtime.js';
import { createStores } from './stores/index.js';

createApp(App)
  .use(createStores())
  .use(realtime, { path: '/connection/websocket', gateway: { port: 8012 } })
  .mount('#root');
