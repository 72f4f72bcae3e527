// Catch log: an asynchronous factory of clients with plugins; one plugin decides on the scheme of the client's address.
import { createClient } from './client.js';
import { ownHost, plain, mount, matching } from './plugins.js';

const root = document.getElementById('root');
const line = (text) => root.appendChild(document.createElement('div')).append(text);

async function start() {
  const [catches, weather] = await Promise.all([
    createClient([ownHost(), plain(), mount('/catches/live')]),
    createClient([ownHost(), matching(), mount('/weather/live')]),
  ]);
  catches.on('landed', ({ species, kg }) => line(`${species}: ${kg} kg`));
  weather.on('warning', ({ force }) => line(`wind ${force}`));
  return [catches, weather].map((client) => client.open());
}

start().then(
  (sockets) => line(`${sockets.length} links`),
  () => line('offline, last position 54.32 N 10.80 E'),
);
