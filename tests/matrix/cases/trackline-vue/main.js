// Vue 3: a useWebSocket composable watches a computed URL; an injected settings ref carries the port, a second one is relative.
import { createApp, h } from 'vue';
import { settingsPlugin } from './settings.js';
import { VehicleList } from './vehicle-list.js';

createApp({ name: 'Trackline', render: () => h('main', [h('h1', 'Vehicles'), h(VehicleList)]) })
  .use(settingsPlugin, { feed: { port: '8765', path: '/feed' }, refresh: 8000 })
  .mount('#root');
