// keep: Kennel cameras in Vue: the gateway's port comes from the page's configuration; a store of reactive state and computed addresses, a composable watching it and connecting.
// page: window.__KENNELS__ = { gateway: { port: 7777 }, title: 'Runs' };
import { createApp, h, onMounted } from 'vue';
import { useCameraStore } from './store.js';
import { useLiveSocket } from './useLiveSocket.js';

const App = {
  name: 'KennelCams',
  setup() {
    const store = useCameraStore();
    const frames = useLiveSocket(store.frameUrl, (frame) => store.seen(frame.kennel));
    const barks = useLiveSocket(store.barkUrl, (bark) => store.heard(bark.kennel));

    onMounted(() => store.choose('run-3'));

    return () =>
      h('main', [
        h('h1', `Run ${store.state.kennel || '…'}`),
        h('p', { class: frames.state }, `frames: ${frames.state}`),
        h('p', { class: barks.state }, `barks: ${barks.state}`),
        h('small', 'Cameras speak RTSP on port 8554, the gateway translates.'),
        h('ul', store.state.log.map((line) => h('li', line))),
      ]);
  },
};

createApp(App).mount('#root');
