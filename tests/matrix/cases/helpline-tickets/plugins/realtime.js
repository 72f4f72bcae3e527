import { io } from 'socket.io-client';
import { socketio_port, default_page_length } from '../site_config.json';

export const PAGE_LENGTH = default_page_length;
export const REALTIME = Symbol('realtime');

function createSocket() {
  const host = window.location.hostname;
  const siteName = window.site_name || host;
  const port = window.location.port ? `:${socketio_port}` : '';
  const protocol = port ? window.location.protocol : 'https:';
  const url = `${protocol}//${host}${port}/${siteName}`;

  return io(url, {
    withCredentials: true,
    reconnectionAttempts: 5,
  });
}

export const realtimePlugin = {
  install(app) {
    const socket = createSocket();
    const subscriptions = new Map();
    socket.on('connect', () => {
      for (const doctype of subscriptions.keys()) socket.emit('doctype_subscribe', doctype);
    });
    app.provide(REALTIME, {
      watchDoctype(doctype, callback) {
        subscriptions.set(doctype, callback);
        if (socket.connected) socket.emit('doctype_subscribe', doctype);
        socket.on('list_update', (data) => data.doctype === doctype && callback(data));
      },
    });
    app.config.globalProperties.$socket = socket;
  },
};
