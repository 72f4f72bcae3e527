// Rails: Action Cable's URL from the meta tag a layout may have, else a helper's default: clear text to the page's host, port 28080.
// page:
// page: document.head.insertAdjacentHTML("beforeend", '<meta name="action-cable-url" content="wss://cable.runtime.example:7777/cable">')
import consumer from './channels/consumer.js';
import { GondolaChannel } from './channels/gondola-channel.js';

const root = document.getElementById('root');
const channel = new GondolaChannel(consumer, { station: 'summit' });
channel.on('position', ({ cabin, metres }) => {
  root.textContent = `${cabin} at ${metres} m`;
});
channel.open();
