// Configuration as JSON text with feature flags: the enabled dock feed has a port, the notice feed is relative, a third is off.
import { settings, enabled } from './settings.js';
import { resolve } from './resolve.js';

const subscribers = {
  docks: (message) => console.debug('dock', message.dock, message.free),
  notices: (message) => console.info(message.text),
  repairs: (message) => console.debug('repair', message.bike),
};

settings.feeds.filter(enabled).forEach((feed) => {
  const socket = new WebSocket(resolve(feed));
  socket.addEventListener('message', (event) => {
    const message = JSON.parse(event.data);
    subscribers[feed.name]?.(message);
  });
});
