// Vue with a store and a plugin: Socket.IO on the page's own origin; ports appear as row labels, help texts and a table only shown.
// keep: every connection is the page's own origin
import { createApp, h } from 'vue';
import { SeatPlan } from './SeatPlan.js';
import { seats, connectSeats } from './seats-store.js';

const live = {
  install(app, { path }) {
    app.provide('seats', seats);
    connectSeats(path);
  },
};

createApp({ render: () => h(SeatPlan, { house: 'main' }) })
  .use(live, { path: '/box-office/socket.io' })
  .mount('#root');
