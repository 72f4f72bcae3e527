import { inject, reactive, readonly } from 'vue';

const key = Symbol('settings');

export const settingsPlugin = {
  install(app, options) {
    app.provide(key, readonly(reactive({ units: 'metric', ...options })));
  },
};

export const useSettings = () => inject(key);
