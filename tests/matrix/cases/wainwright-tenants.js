// Global CONFIG with tenant, locale and theme tables: ports in the tables belong to public hosts, to a debugging theme
// nobody picks, or are the page's own; the tenant of an unknown host is served from the page's origin.
// keep: only correct connections
window.CONFIG = {
  version: 48080,
  defaultTenant: 'house',
  tenants: {
    house: { stream: null, locale: 'en', theme: 'oak' },
    northyard: { stream: { host: 'push.northyard.example', port: 8443 }, locale: 'nb', theme: 'ash' },
    workshop: { stream: { host: 'localhost', port: 9229 }, locale: 'en', theme: 'debug' },
  },
  themes: { oak: { accent: '#8080a0', radius: 4 }, ash: { accent: '#3000aa', radius: 6 }, debug: { accent: '#f00', port: 5173 } },
  locales: { en: { thousands: ',', sample: 'ws://localhost:9001' }, nb: { thousands: ' ', sample: 'ws://localhost:9002' } },
};

(function (CONFIG, location) {
  const tenantOf = (hostname) => {
    const label = hostname.split('.')[0];
    // "workshop" is a host name of the carpenters' own network and has its own builds.
    return label !== 'workshop' && Object.prototype.hasOwnProperty.call(CONFIG.tenants, label) ? label : CONFIG.defaultTenant;
  };

  const tenant = CONFIG.tenants[tenantOf(location.hostname)];
  const theme = CONFIG.themes[tenant.theme];
  const locale = CONFIG.locales[tenant.locale];

  const streamOf = ({ stream }) => {
    const secure = location.protocol === 'https:';
    if (stream) return `wss://${stream.host}:${stream.port}/v1`;
    return `${secure ? 'wss' : 'ws'}://${location.host}/v1`;
  };

  const root = document.getElementById('root') || document.documentElement;
  root.style.setProperty('--accent', theme.accent);
  root.style.setProperty('--radius', `${theme.radius}px`);
  root.setAttribute('data-hint', `e.g. ${locale.sample}`);

  const Tenant = {
    connect(name) {
      const socket = new WebSocket(`${streamOf(name ? CONFIG.tenants[name] : tenant)}/wagons`);
      socket.onerror = () => root.classList.add('offline');
      return socket;
    },
    assets: () => fetch(`${location.protocol}//${location.hostname}${location.port ? ':' + location.port : ''}/themes/${tenant.theme}.json`),
  };

  Tenant.connect();
  Tenant.connect('northyard');
  Tenant.assets().catch(() => {});
})(window.CONFIG, window.location);
