import { defineStore } from '../defineStore';

export const useSettings = defineStore('settings', {
  state: () => ({
    locale: 'en',
    live: { secure: window.location.protocol === 'https:', host: window.location.hostname, port: 6001 },
    questionSeconds: 30,
  }),
  getters: {
    apiBase: () => '/lms/api',
    liveBase: ({ live }) => `${live.secure ? 'wss' : 'ws'}://${live.host}:${live.port}`,
  },
  actions: {
    setLocale(locale) {
      this.locale = locale;
    },
  },
});
