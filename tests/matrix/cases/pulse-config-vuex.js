// Support chat: a Vue reactive store persists settings; hydrate merges a version-2 snapshot whose numbers were packed in arrays.
import { reactive, watchEffect } from 'vue';
import { io } from 'socket.io-client';

const SNAPSHOT = {
  version: 2,
  fields: ['chat', 'files', 'video'],
  ports: [3478, 0, 0],
  paths: ['/chat', '/files', '/video'],
  limits: [3478, 26214400, 8],
};

const unpack = ({ fields, ports, paths, limits }) =>
  fields.map((name, index) => ({ name, port: ports[index], path: paths[index], limit: limits[index] }));

const store = reactive({
  services: {},
  ready: false,
  messages: [],
  hydrate(snapshot) {
    for (const { name, ...service } of unpack(snapshot)) this.services[name] = service;
    this.ready = true;
  },
  urlOf(name) {
    const { port } = this.services[name];
    const { protocol, hostname, host } = window.location;
    return `${protocol}//${port > 0 ? `${hostname}:${port}` : host}`;
  },
});

function useChat() {
  let socket = null;
  watchEffect(() => {
    if (!store.ready || socket) return;
    socket = io(store.urlOf('chat'), {
      path: `${store.services.chat.path}/socket.io`,
      transports: ['websocket'],
      reconnectionAttempts: 2,
      auth: { visitor: 'v-120' },
    });
    socket.on('message', (message) => store.messages.push(message));
    socket.on('connect_error', () => {});
  });
}

function useFiles() {
  watchEffect(async () => {
    if (!store.ready) return;
    const url = `${store.urlOf('files')}${store.services.files.path}/quota`;
    const answer = await fetch(url, { method: 'HEAD' }).catch(() => null);
    if (answer) store.quota = Number(answer.headers.get('x-quota'));
  });
}

useChat();
useFiles();
setTimeout(() => store.hydrate(SNAPSHOT), 50);
