import { io } from 'socket.io-client';
import site from '../bench/common_site_config.json';

const pick = (object, path) => path.split('.').reduce((value, key) => (value == null ? value : value[key]), object);

function options() {
  const setting = (path, otherwise) => pick(site, path) ?? otherwise;
  return {
    host: window.location.hostname,
    port: setting('ports.socketio', null),
    secure: window.location.protocol === 'https:',
    attempts: setting('socketio.attempts', 2),
  };
}

let socket;

export function subscribe(event, callback) {
  if (!socket) {
    const { host, port, secure, attempts } = options();
    const base = [secure ? 'https' : 'http', '://', host, port && `:${port}`].filter(Boolean).join('');
    socket = io(`${base}/${host}`, { withCredentials: true, reconnectionAttempts: attempts, transports: ['websocket'] });
  }
  socket.on(event, callback);
  return () => socket.off(event, callback);
}
