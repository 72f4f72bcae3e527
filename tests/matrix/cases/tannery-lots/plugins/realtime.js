import { inject } from 'vue';

const REALTIME = Symbol('realtime');
const FALLBACK = { gateway: { port: 8000, tls: 'auto' }, path: '/ws', timeout: 4000 };

export const realtime = {
  install(app, options = {}) {
    const gateway = { ...FALLBACK.gateway, ...options.gateway };
    const settings = { ...FALLBACK, ...options, gateway };
    app.provide(REALTIME, Object.freeze(settings));
    app.config.globalProperties.$realtime = settings;
  },
};

export function useRealtime() {
  const settings = inject(REALTIME, null);
  if (!settings) throw new Error('the realtime plugin is not installed');

  const address = () => {
    const target = new URL(settings.path, document.baseURI);
    target.protocol = target.protocol === 'https:' ? 'wss:' : 'ws:';
    target.port = String(settings.gateway.port);
    target.search = '';
    return target;
  };
  return { settings, address };
}
