import { io } from 'socket.io-client';
import { can } from '../session.js';
import { serviceOrigin } from '../services.js';

export const title = 'Departures';

export function mount(outlet, { session }) {
  const list = document.createElement('ol');
  outlet.replaceChildren(list);

  const feed = io(serviceOrigin('push') + '/departures', {
    auth: { token: session.token },
    transports: ['websocket'],
    reconnectionAttempts: 2,
  });
  feed.on('departure', (d) => {
    const item = document.createElement('li');
    item.textContent = `${d.vessel} ${d.berth}`;
    list.append(item);
  });

  // Audit entries go through the site's own front door.
  const audit = can(session, 'dispatcher') ? io('/audit', { path: '/rt/socket.io', auth: { token: session.token } }) : null;
  return () => {
    feed.close();
    audit?.close();
  };
}
