export const socket = {
  state: () => ({
    protocol: window.location.protocol === 'https:' ? 'wss' : 'ws',
    hostname: window.location.hostname,
    port: 7125,
    route: '',
    isConnected: false,
    loadings: [],
  }),
  getters: {
    getHostUrl: (state) => (state.port === 80 || state.port === 443 ? state.hostname : `${state.hostname}:${state.port}`),
    getUrl: (state, getters) => `//${getters.getHostUrl}${state.route}`,
    getWebsocketUrl: (state, getters) => `${state.protocol}:${getters.getUrl}/websocket`,
  },
  mutations: {
    setData(state, payload) {
      for (const key of ['hostname', 'port', 'route']) if (key in payload) state[key] = payload[key];
    },
  },
};
