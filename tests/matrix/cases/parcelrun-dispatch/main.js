// Logistics tracking on Rails with AnyCable: the cable's URL from a meta tag of the layout or, on this page without
// one, built from the host and AnyCable's port; vehicles come from the page's own JSON API.
import { createConsumer } from '@rails/actioncable';
import { getCableUrl } from './cableUrl';
import { VehiclesController } from './vehiclesController';

const consumer = createConsumer(getCableUrl);
const controller = new VehiclesController(document.getElementById('root'));
controller.connect();

consumer.subscriptions.create(
  { channel: 'VehiclesChannel', depot: 'north' },
  {
    connected() {
      controller.setLive(true);
    },
    disconnected() {
      controller.setLive(false);
    },
    received({ vehicle }) {
      controller.place(vehicle);
    },
  },
);
