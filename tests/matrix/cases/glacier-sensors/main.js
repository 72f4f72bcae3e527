// Sensor station: Svelte-like stores; a derived store composes the URL from parts and a subscriber opens the stream.
import { derived, readable, writable } from './store.js';
import { openStream } from './stream.js';

const page = readable(window.location);
const station = writable({ id: 'ice-3', gateway: { tcp: 1883, web: 9884 }, sampling: 9884 });
const secure = derived([page], ([location]) => location.protocol === 'https:');

const streamUrl = derived([page, station, secure], ([{ hostname }, { id, gateway }, isSecure]) => {
  return `${isSecure ? 'https' : 'http'}://${hostname}:${gateway.web}/stations/${id}/stream`;
});
const historyUrl = derived([station], ([{ id, sampling }]) => `/api/stations/${id}/history?every=${sampling}`);

let stop = () => {};
streamUrl.subscribe((url) => {
  stop();
  stop = openStream(url);
});
historyUrl.subscribe((url) => fetch(url).catch(() => {}));

setTimeout(() => station.update((current) => ({ ...current, id: 'ice-4' })), 2000);
