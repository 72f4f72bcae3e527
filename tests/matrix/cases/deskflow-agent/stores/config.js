import { defineStore } from './define.js';

export const useConfigStore = defineStore('config', {
  state: () => ({
    sitename: window.location.hostname,
    socketio_port: 9003,
    pageLength: 20,
    slaGraceMinutes: 15,
    user: 'Guest',
  }),
  getters: {
    isGuest: (store) => store.user === 'Guest',
    socketOrigin: (store) => `${window.location.protocol}//${window.location.hostname}:${store.socketio_port}`,
  },
  actions: {
    async hydrate() {
      try {
        const answer = await fetch('/api/method/deskflow.boot', { headers: { Accept: 'application/json' } });
        const { message } = await answer.json();
        this.$patch(message);
      } catch (error) {
        console.info('deskflow: boot data is not available, using defaults', error);
      }
    },
  },
});
