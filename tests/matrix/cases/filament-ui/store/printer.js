export const printer = {
  state: () => ({ klippy: 'disconnected', webcams: [{ name: 'nozzle', path: '/webcam/?action=stream', port: 8080 }] }),
  getters: {
    isReady: (state) => state.klippy === 'ready',
  },
  mutations: {
    setData(state, { klippy_state: klippy }) {
      state.klippy = klippy;
    },
  },
};
