const state = {
  socket: { hostname: window.location.hostname, port: 7125, isConnected: false },
  server: { info: null },
  printer: { extruder: { temperature: 0, target: 0 }, fan: { speed: 0 } },
};

const mutations = {
  'socket/setData': (s, { hostname, port }) => {
    if (hostname) s.socket.hostname = hostname;
    if (port) s.socket.port = parseInt(port, 10);
  },
  'socket/setConnected': (s, connected) => {
    s.socket.isConnected = connected;
  },
  'server/setInfo': (s, info) => {
    s.server.info = info;
  },
  'printer/update': (s, status) => {
    for (const [object, values] of Object.entries(status)) s.printer[object] = { ...s.printer[object], ...values };
  },
};

const getters = {
  'socket/getHostUrl': (s) => `//${s.socket.hostname}${s.socket.port !== 80 ? `:${s.socket.port}` : ''}`,
  'socket/getWebsocketUrl': (s, all) =>
    `${document.location.protocol === 'https:' ? 'wss' : 'ws'}:${all['socket/getHostUrl']}/websocket`,
};

export const store = {
  state,
  commit: (type, payload) => mutations[type](state, payload),
  getters: Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries(getters).map(([name, getter]) => [name, { get: () => getter(state, store.getters) }]),
    ),
  ),
};
