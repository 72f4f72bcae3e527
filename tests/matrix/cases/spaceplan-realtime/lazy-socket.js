import { Manager } from 'socket.io-client';
import { boot } from './boot.js';

function open() {
  const where = new URL('/', window.location.href);
  where.port = boot.socketio_port;
  const manager = new Manager(where.origin, { withCredentials: true, reconnectionAttempts: 4 });
  return manager.socket(`/${boot.sitename || window.location.hostname}`);
}

let opened = null;

/** Nothing is opened before somebody subscribes. */
export const socket = new Proxy(
  {},
  {
    get(_, name) {
      if (!opened) opened = open();
      const value = opened[name];
      return typeof value === 'function' ? value.bind(opened) : value;
    },
  },
);
