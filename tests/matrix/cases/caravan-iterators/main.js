// Generators and async iterators: candidate addresses are yielded by delegating generators, zipped with back-offs from
// an infinite one and consumed by for-await; only the third candidate leaves the page's port.
import { attempts } from './itinerary.js';

async function travel(route) {
  for await (const { url, wait } of attempts(route)) {
    const opened = await new Promise((done) => {
      const socket = new WebSocket(url);
      socket.onopen = () => done(socket);
      socket.onclose = () => done(null);
    });
    if (opened) return opened;
    await new Promise((done) => setTimeout(done, wait));
  }
  return null;
}

travel('salt-road').then((socket) => {
  document.title = socket ? 'Caravan on its way' : 'Caravan waits';
});
